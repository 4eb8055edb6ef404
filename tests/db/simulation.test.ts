import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { type Settings, simulate } from '../../src/cli/simulation/simulate.ts';
import { groundOn } from '../../src/composition/scratch.ts';
import { cloneTemplate } from '../support/desk.ts';

const settings = { days: 12, agents: 3, customers: 5, crashes: 0.2 };
/** Some seconds each; a busy machine takes many times as long. */
const patience = 240_000;

/** Enough of everything for the verdict to mean something. */
const least = { acts: 200, crashes: 20, takings: 40, repeated: 3, lapses: 1, reminders: 1 };

async function lived(asked: Partial<Settings> & { seed: number }) {
	const { url, name } = await cloneTemplate();
	return simulate({ ...settings, ...asked }, (watch) => groundOn(url, join(inject('scratch'), name), watch));
}

test.each([1, 2, 3])(
	'seed %i: a desk whose connections break keeps the policy, and what it acknowledged, once',
	async (seed) => {
		const { wrong, overtakings, ...counted } = await lived({ seed });
		expect(wrong).toEqual([]);
		expect(overtakings).toBe(0);
		for (const [what, count] of Object.entries(least)) {
			expect(counted[what as keyof typeof least], what).toBeGreaterThanOrEqual(count);
		}
	},
	patience,
);

test(
	'the same seed lives the same life, row for row of the log, and one without crashes the same again',
	async () => {
		const days = 6;
		const first = await lived({ seed: 4, days });
		const second = await lived({ seed: 4, days });
		const unbroken = await lived({ seed: 4, days, crashes: 0 });
		expect(second).toEqual(first);
		expect(unbroken).toMatchObject({ digest: first.digest, wrong: [], crashes: 0, acts: first.acts });
		expect(first.crashes).toBeGreaterThan(15);
		expect((await lived({ seed: 5, days, crashes: 0 })).digest).not.toBe(first.digest);
	},
	patience,
);
