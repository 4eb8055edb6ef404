import { expect, test } from 'vitest';
import type { Fact, TicketChange } from '#lib/domain/queue.ts';
import { whyBefore as replayed } from '#lib/domain/why-before.ts';
import { whyBefore } from '#lib/server/queries/why-before.ts';
import { testDesk } from '../support/desk.ts';
import { honestLog } from '../support/honest-log.ts';
import { forgetTickets } from '../support/house.ts';
import { storeLog } from '../support/stored-log.ts';

const { desk } = await testDesk();

test.each([2, 4])('the table answers as a replay of the log does (seed %i)', async (seed) => {
	await forgetTickets(desk);
	const facts: Fact[] = honestLog(seed, { agents: 5, products: 3, queued: 40 }).take(1500).toArray();
	await storeLog(desk.db, facts);
	const asked = facts.filter(({ type }) => type === 'opened').map(({ ticket }) => ticket as number);
	const answers = await Promise.all(asked.map(async (ticket) => [ticket, await whyBefore(desk.db, ticket)] as const));
	expect(answers).toEqual(asked.map((ticket) => [ticket, replayed(facts, ticket)]));
	const told = answers.flatMap(([, answer]) => (answer ? [answer] : []));
	for (const seen of [
		told.filter(({ ahead }) => ahead.cameBack > 0),
		told.filter(({ passed }) => passed.technicalFirst > 0),
		told.filter(({ passed }) => passed.otherSoftware > 0),
	]) {
		expect(seen).not.toEqual([]);
	}
});

const at = Temporal.Instant.from('2026-11-23T09:00Z');

test('what is told of each that went before: kept, of other software, and only since the ticket is queued', async () => {
	await forgetTickets(desk);
	const opened = (ticket: number, product = 1): TicketChange & { ticket: number } => ({
		type: 'opened',
		ticket,
		lane: 'technical',
		product,
	});
	const changes = [
		...[opened(1), opened(2), opened(3), opened(4), opened(5)],
		{ type: 'taken', ticket: 1, agent: 1 },
		{ type: 'taken', ticket: 2, agent: 2 },
		{ type: 'held', ticket: 2, case: 'awaiting-customer' },
		{ type: 'taken', ticket: 3, agent: 2 }, // while ticket 2 was on hold: it was not in the line
		{ type: 'queued', ticket: 2, reason: 'replied', reserved: { for: 2, until: at.add({ minutes: 60 }) } },
		{ type: 'taken', ticket: 4, agent: 3 },
		{ type: 'queued', ticket: 1, reason: 'put-back' },
	] satisfies (TicketChange & { ticket: number })[];
	await storeLog(
		desk.db,
		changes.map((change, nth) => ({ seq: nth + 1, at: at.add({ seconds: nth }), ...change })),
	);
	expect(await whyBefore(desk.db, 2)).toEqual({
		lane: 'technical',
		ahead: { arrivedBefore: 1, cameBack: 1, technicalFirst: 0 },
		passed: { technicalFirst: 0, reserved: 1, otherSoftware: 0 },
	});
	expect(await whyBefore(desk.db, 5)).toMatchObject({ ahead: { arrivedBefore: 2, cameBack: 2 } });
	expect(await whyBefore(desk.db, 4)).toBeUndefined();
	expect(await whyBefore(desk.db, 99)).toBeUndefined();
});
