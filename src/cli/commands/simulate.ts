import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groundOn, openScratch, type Scratch } from '../../composition/scratch.ts';
import { type Command, WrongUse } from '../command.ts';
import { type Result, type Settings, simulate } from '../simulation/simulate.ts';

export default {
	summary:
		'Lives through weeks of a made-up desk on a PostgreSQL of its own, with crashes, and proves the policy at the end.',
	usage:
		'simulate --seed <n> | --seeds <from>..<to> [--days 30] [--agents 4] [--customers 8] [--crashes <share, 0.05>]',
	async run(args) {
		const { seeds, ...settings } = settingsFrom(args);
		const scratch = await openScratch();
		try {
			const [first, last] = seeds;
			let wrong = 0;
			for (let seed = first; seed <= last; seed++) {
				if (!(await live({ ...settings, seed }, scratch))) wrong += 1;
			}
			if (last > first) console.log(`${last - first + 1} seeds, ${wrong} with something wrong`);
			return wrong === 0 ? 0 : 1;
		} finally {
			await scratch.close();
		}
	},
} satisfies Command;

/** Whether all was well; says what came of it, and what was not. */
async function live(settings: Settings, scratch: Scratch): Promise<boolean> {
	const from = performance.now();
	const name = `seed_${settings.seed}`;
	const { url, drop } = await scratch.database(name);
	try {
		const result = await simulate(settings, (watch) => groundOn(url, join(scratch.folder, name), watch));
		console.log(inWords(result, (performance.now() - from) / 1000));
		for (const what of result.wrong) console.error(`    ${what}`);
		return result.wrong.length === 0;
	} catch (error) {
		console.error(`seed ${settings.seed} came to no end:`, error);
		return false;
	} finally {
		await drop();
	}
}

function inWords(result: Result, seconds: number): string {
	const { seed, days, tickets, acts, crashes, takings, overtakings, lapses, reminders, digest } = result;
	return [
		`seed ${seed}: ${days} days, ${tickets} tickets, ${acts} acts, ${crashes} crashes, ${takings} takings`,
		`overtakings: ${overtakings}, ${lapses} lapses, ${reminders} reminders, log ${digest}, ${seconds.toFixed(1)} s`,
	].join(', ');
}

type Range = readonly [first: number, last: number];

function settingsFrom(args: string[]): Omit<Settings, 'seed'> & { seeds: Range } {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		args,
		options: { seed: text, seeds: text, days: text, agents: text, customers: text, crashes: text },
	});
	const { seed, seeds, days = '30', agents = '4', customers = '8', crashes = '0.05' } = values;
	if ((seed === undefined) === (seeds === undefined)) throw new WrongUse('Give one seed, or a range of them.');
	const share = Number(crashes);
	if (!(share >= 0 && share <= 0.5)) throw new WrongUse('The share of acts that break is between 0 and 0.5.');
	return {
		seeds: seeds === undefined ? [whole('seed', seed), whole('seed', seed)] : rangeFrom(seeds),
		days: whole('days', days, 1),
		agents: whole('agents', agents, 1),
		customers: whole('customers', customers, 1),
		crashes: share,
	};
}

function rangeFrom(typed: string): Range {
	const [first, last, ...more] = typed.split('..');
	const range = [whole('seeds', first), whole('seeds', last)] as const;
	if (more.length > 0 || range[1] < range[0]) throw new WrongUse('A range of seeds is as 1..100.');
	return range;
}

function whole(name: string, typed: string | undefined, least = 0): number {
	if (/^\d{1,9}$/.test(typed ?? '') && Number(typed) >= least) return Number(typed);
	throw new WrongUse(`--${name} takes whole numbers from ${least}.`);
}
