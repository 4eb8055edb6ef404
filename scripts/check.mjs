// `npm run check`: every check as a named step; all run, and the end says which failed. One alone: `npm run check -- lint`.
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';

/** @type {Record<string, [program: string, ...args: string[]]>} */
const steps = {
	types: ['svelte-check', '--tsgo', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
	lint: ['biome', 'ci', '--error-on-warnings', '.'],
	directions: ['depcruise', 'src', 'tests', 'bench', 'scripts', '--config', '.dependency-cruiser.cjs'],
	laws: ['node', 'scripts/laws.ts'],
	'dead-code': ['knip'],
	'table-types': ['node', 'scripts/table-types.ts', '--verify'],
};

const env = { ...process.env, PATH: `node_modules/.bin${delimiter}${process.env.PATH}` };
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(steps, name));
if (unknown) {
	console.error(`There is no check "${unknown}": ${Object.keys(steps).join(', ')}.`);
	process.exit(2);
}

const failed = [];
for (const [name, [program, ...args]] of Object.entries(steps)) {
	if (asked.length && !asked.includes(name)) continue;
	console.log(`\n── ${name}`);
	const started = performance.now();
	const { status } = spawnSync(program, args, { stdio: 'inherit', env });
	if (status !== 0) failed.push(name);
	console.log(
		`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
	);
}
console.log(failed.length ? `\nFailed: ${failed.join(', ')}.` : '\nAll checks passed.');
process.exitCode = failed.length ? 1 : 0;
