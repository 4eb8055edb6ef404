import type { Reporter, TestModule } from 'vitest/node';

/** The run's last line: how many passed, how many failed. A file that could not even be loaded is a failure. */
export default class Counts implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
		const tests = modules.flatMap((module) => [...module.children.allTests()]);
		const count = (state: string) => tests.filter((test) => test.result().state === state).length;
		const broken = modules.filter((module) => module.errors().length > 0).length + unhandled.length;
		const skipped = count('skipped') + count('pending');
		console.log(
			`${count('passed')} passed, ${count('failed') + broken} failed${skipped ? `, ${skipped} skipped` : ''}`,
		);
	}
}
