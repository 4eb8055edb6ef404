import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Change, Fact } from '#lib/domain/queue.ts';
import audit from '../../src/cli/commands/audit.ts';
import type { Opened } from '../../src/composition/open.ts';
import { testDesk } from '../support/desk.ts';
import { forgetTickets } from '../support/house.ts';
import { storeLog } from '../support/stored-log.ts';

const { desk } = await testDesk();
const noon = Temporal.Instant.from('2026-11-23T11:00Z');

const said: string[] = [];
beforeEach(async () => {
	await forgetTickets(desk);
	said.length = 0;
	vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(...line.split('\n')));
});
afterEach(() => vi.restoreAllMocks());

type Row = Change & { actor?: number | null };
const opened: Row = { type: 'opened', ticket: 1, lane: 'technical', product: 1, actor: 5 };
const taken: Row = { type: 'taken', ticket: 1, agent: 9 };
const awaiting: Row = { type: 'held', ticket: 1, case: 'awaiting-customer', actor: 9 };
const onDuty: Row = { type: 'duty', agent: 9, on: true };

/** What the command says of a log of these rows, a second apart, after its counts. */
async function saysOf(rows: Row[], times: Temporal.Instant[] = []): Promise<string[]> {
	const facts = rows.map((row, nth): Fact => ({ seq: nth + 1, at: times[nth] ?? noon.add({ seconds: nth }), ...row }));
	await storeLog(desk.db, facts);
	const code = await audit.run([], async () => ({ desk }) as Opened);
	const [, ...found] = said;
	expect(code).toBe(found.length > 0 ? 1 : 0);
	return found;
}

test('what its own agent recorded is in order', async () => {
	expect(await saysOf([opened, taken, awaiting, { type: 'resolved', ticket: 1, as: 'lapsed', actor: null }])).toEqual(
		[],
	);
});

test.each<{ what: string; rows: Row[]; says: string }>([
	{
		what: 'a ticket that lapsed in the queue',
		rows: [opened, { type: 'resolved', ticket: 1, as: 'lapsed', actor: null }],
		says: 'row 2: ticket 1 was recorded as resolved (lapsed), which cannot follow when it is queued',
	},
	{
		what: 'an answer to nothing that was asked',
		rows: [opened, taken, { type: 'queued', ticket: 1, reason: 'replied', actor: 5 }],
		says: 'row 3: ticket 1 was recorded as queued (replied), which cannot follow when it is in-hand',
	},
	{
		what: 'a hold by somebody else',
		rows: [opened, taken, { ...awaiting, actor: 8 }],
		says: 'row 3: ticket 1 was recorded as held by account 8, which did not have it in hand (P4)',
	},
	{
		what: 'a solution by nobody',
		rows: [opened, taken, { type: 'resolved', ticket: 1, as: 'solved', actor: null }],
		says: 'row 3: ticket 1 was recorded as resolved by nobody (P4)',
	},
	{
		what: 'a move to where it is',
		rows: [opened, taken, { type: 'moved', ticket: 1, lane: 'technical', actor: 9 }],
		says: 'row 3: ticket 1 was recorded as moved, to what it was already',
	},
	{
		what: 'a hand-over to somebody who is not there',
		rows: [
			...[opened, taken],
			{
				...{ type: 'queued', ticket: 1, reason: 'handed-over', actor: 9 },
				reserved: { for: 8, until: noon.add({ hours: 1 }) },
			},
		],
		says: 'row 3: ticket 1 was handed over to agent 8, who might not be given it, or not for as long (P4)',
	},
	{
		what: 'a reservation that was left out',
		rows: [onDuty, opened, taken, awaiting, { type: 'queued', ticket: 1, reason: 'replied', actor: 5 }],
		says: 'row 5: ticket 1 should have been reserved for agent 9, for 60 minutes (P4)',
	},
])('$what is told in words', async ({ rows, says }) => {
	expect(await saysOf(rows)).toEqual([says]);
});

test('a change of the house at a time before the row above is told without a ticket', async () => {
	const times = [noon, noon.subtract({ seconds: 1 })];
	const found = await saysOf([opened, onDuty], times);
	expect(found).toEqual(['row 2: it was recorded at a time before that of the row above']);
});
