import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, inject } from 'vitest';

export type Child = {
	pid: number;
	/** All it has written so far, errors too. */
	output(): string;
	/** Waits until it has written this; throws with its output when it ends first. */
	says(words: string): Promise<void>;
	kill(signal: NodeJS.Signals): void;
	/** As when a terminal is closed: nobody reads what it writes. */
	closeOutput(): void;
	/** Its exit code, once it has ended. */
	ended: Promise<number | null>;
};

const root = resolve(import.meta.dirname, '../..');

const living: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const end of living.splice(0)) await end();
});

/** One of the product's entries as the process it is in life, with these settings and no others; killed after the test. */
export function startChild(entry: string, environment: NodeJS.ProcessEnv, ...args: string[]): Child {
	const { PATH, HOME, LD_LIBRARY_PATH } = process.env;
	const child = spawn(process.execPath, [resolve(root, entry), ...args], {
		cwd: root,
		env: { PATH, HOME, LD_LIBRARY_PATH, ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	writeFileSync(join(inject('scratch'), `child-${child.pid}`), ''); // for the sweeper, should we not live to end it
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
	const ended = once(child, 'close').then(([code]) => code as number | null);
	living.push(async () => {
		child.kill('SIGKILL');
		await ended;
		rmSync(join(inject('scratch'), `child-${child.pid}`));
	});
	return {
		pid: child.pid ?? 0,
		output: () => output,
		says: async (words) => {
			while (!output.includes(words)) {
				const over = await Promise.race([ended.then(() => true), once(child.stdout, 'data').then(() => false)]);
				if (over && !output.includes(words)) throw new Error(`it ended without saying "${words}":\n${output}`);
			}
		},
		kill: (signal) => child.kill(signal),
		closeOutput() {
			child.stdout.destroy();
			child.stderr.destroy();
		},
		ended,
	};
}
