import { beforeEach, describe, expect, test } from 'vitest';
import { deskPage } from '#lib/server/queries/desk.ts';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { asking, begin, forgetTickets, granted, key, on, saying, standingOf, testHouse } from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, marta, davide } = await testHouse(desk);
const { opened, inHand, taken, underEvaluation, awaitingCustomer } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});
soundAfterEach(desk);

const merged = async (mine: number, other: number) => granted(await mergeTicket(desk, marta, { ...on(mine), other }));
const holds = () => desk.db.selectFrom('hold').select(['ticket', 'ended_by', 'ended_at']).orderBy('id').execute();
const notices = async () =>
	(await desk.db.selectFrom('mail_out').select('body').where('kind', '=', 'merged').execute()).map(({ body }) => body);
const keptFor = (ticket: number) =>
	desk.db
		.selectFrom('queue_entry')
		.select(['state', 'reserved_for as for', 'reserved_until as until'])
		.where('ticket', '=', ticket)
		.executeTakeFirst();

/** Two of Paola's, of which Davide asks for something in the first; Marta takes the second. */
async function askedWhenBothWereOpen(): Promise<{ kept: number; left: number }> {
	const [kept, left] = [await opened(paola), await opened(paola)];
	await taken(davide);
	granted(await awaitCustomer(desk, davide, asking(kept)));
	await taken(marta);
	clock.advance({ minutes: 5 });
	return { kept, left };
}

describe('the one that stays awaits the customer', () => {
	test('who opened the other since: that is the answer, and it is queued again, kept for the agent who asked', async () => {
		const kept = await awaitingCustomer(paola, davide);
		const left = await inHand(paola, marta);
		clock.advance({ minutes: 5 });
		await merged(left, kept);
		const now = MONDAY_MORNING.add({ minutes: 5 });
		expect(await holds()).toEqual([{ ticket: kept, ended_by: 'replied', ended_at: now }]);
		expect(await keptFor(kept)).toEqual({ state: 'queued', for: davide.id, until: now.add({ minutes: 60 }) });
		expect(await notices()).toEqual([expect.stringContaining(`il ticket ${kept} torna in coda al suo numero`)]);
	});

	test('of an agent who is off duty by then it is kept for nobody', async () => {
		const kept = await awaitingCustomer(paola, davide);
		const left = await inHand(paola, marta);
		granted(await goOffDuty(desk, davide, key()));
		await merged(left, kept);
		expect(await keptFor(kept)).toEqual({ state: 'queued', for: null, until: null });
	});

	test('who wrote in the other since, whoever of theirs it was: that is the answer', async () => {
		const { kept, left } = await askedWhenBothWereOpen();
		granted(await replyAsCustomer(desk, andrea, saying(left)));
		await merged(left, kept);
		expect(await standingOf(desk, paola, kept)).toEqual({ state: 'queued' });
	});

	test('who has not written since: it goes on, to the same lapse, and they are told until when', async () => {
		const { kept, left } = await askedWhenBothWereOpen();
		granted(await replyToCustomer(desk, marta, saying(left)));
		const before = await standingOf(desk, paola, kept);
		await merged(left, kept);
		expect(before.state).toBe('awaiting-customer');
		expect(await standingOf(desk, paola, kept)).toEqual(before);
		const [notice] = await notices();
		expect(notice).toContain(`Il ticket ${kept} attende ancora le informazioni`);
		expect(notice).toContain('30 novembre');
	});
});

test('of one that awaits nobody the notice speaks of no answer', async () => {
	const kept = await inHand(paola, marta);
	await merged(kept, await opened(paola));
	const [notice] = await notices();
	expect(notice).not.toMatch(/attende ancora|torna in coda/);
});

test('the one that leaves while it awaited the customer: its hold ended by the merge, whatever was answered', async () => {
	const kept = await inHand(paola, marta);
	const left = await awaitingCustomer(paola, davide);
	await merged(kept, left);
	expect(await holds()).toEqual([{ ticket: left, ended_by: 'merged', ended_at: MONDAY_MORNING }]);
});

test('to the agent who evaluates the one that stays the other is an addition; it changes nothing else', async () => {
	const kept = await underEvaluation(paola, davide);
	const left = await inHand(paola, marta);
	const flags = async () => {
		const { evaluating } = await deskPage(desk, davide);
		const seen = await staffTicketPage(desk, davide, kept);
		return [...evaluating.map(({ customerAdded }) => customerAdded), seen?.page.customerAdded];
	};
	expect(await flags()).toEqual([false, false]);
	clock.advance({ minutes: 5 });
	const before = await standingOf(desk, davide, kept);
	await merged(left, kept);
	expect(await flags()).toEqual([true, true]);
	expect(await standingOf(desk, davide, kept)).toEqual(before);
});
