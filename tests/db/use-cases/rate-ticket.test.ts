import { beforeEach, describe, expect, test } from 'vitest';
import { isStaff, type StaffViewer, type UserViewer } from '#lib/server/access/viewer.ts';
import { customerTicketPage } from '#lib/server/queries/customer-ticket-page.ts';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { type RateTicket, rateTicket } from '#lib/server/use-cases/rate-ticket.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { begin, everything, forgetTickets, granted, on, testHouse } from '../../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, chiara, tommaso, marta } = await testHouse(desk);
const { opened, taken, inHand, awaitingCustomer, solved } = begin(desk, product);
const week = { hours: 7 * 24 };

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

const rating = (ticket: number, said: Partial<RateTicket> = {}): RateTicket => ({
	...on(ticket),
	score: 4,
	words: '',
	...said,
});
const refusedFor = (reason: string) => ({ ok: false, refusal: { reason } });
const own = async (user: UserViewer, ticket: number) =>
	(await customerTicketPage(desk, user, ticket))?.page.rating?.own;
async function readBy(viewer: StaffViewer | UserViewer, ticket: number): Promise<string> {
	const read = isStaff(viewer) ? staffTicketPage(desk, viewer, ticket) : customerTicketPage(desk, viewer, ticket);
	return JSON.stringify(await read);
}

describe('a user of the customer says what they thought of a resolved ticket', () => {
	test('and reads it on its page, with how long it can be changed', async () => {
		const ticket = await solved(paola, marta);
		expect(await own(paola, ticket)).toBeUndefined();
		granted(await rateTicket(desk, paola, rating(ticket, { score: 2, words: 'Si è fermato ancora.' })));
		expect(await own(paola, ticket)).toEqual({
			score: 2,
			words: 'Si è fermato ancora.',
			givenAt: MONDAY_MORNING.toString(),
			changedAt: MONDAY_MORNING.toString(),
			changeableUntil: MONDAY_MORNING.add(week).toString(),
		});
	});

	test('sent twice with the same key it is said once; with the key of another it is refused', async () => {
		const ticket = await solved(paola, marta);
		const said = rating(ticket, { score: 5 });
		granted(await rateTicket(desk, paola, said));
		const after = await everything(desk);
		granted(await rateTicket(desk, paola, said));
		expect(await everything(desk)).toBe(after);
		expect(await rateTicket(desk, paola, { ...said, score: 1 })).toEqual(refusedFor('request-key-reused'));
		expect(await own(paola, ticket)).toMatchObject({ score: 5 });
	});

	test('until the last moment of seven days it can be changed; then it stands', async () => {
		const ticket = await solved(paola, marta);
		granted(await rateTicket(desk, paola, rating(ticket, { score: 1 })));
		clock.set(MONDAY_MORNING.add(week).subtract({ milliseconds: 1 }));
		granted(await rateTicket(desk, paola, rating(ticket, { score: 5, words: 'Ora va.' })));
		expect(await own(paola, ticket)).toMatchObject({ score: 5, givenAt: MONDAY_MORNING.toString() });

		clock.set(MONDAY_MORNING.add(week));
		const before = await everything(desk);
		expect(await rateTicket(desk, paola, rating(ticket, { score: 1 }))).toEqual(refusedFor('rating-stands'));
		expect(await everything(desk)).toBe(before);
		expect(await own(paola, ticket)).toMatchObject({ score: 5, words: 'Ora va.', changeableUntil: undefined });
	});

	test('a first answer may come at any time after the end', async () => {
		const ticket = await solved(paola, marta);
		clock.advance({ hours: 24 * 300 });
		granted(await rateTicket(desk, paola, rating(ticket)));
		expect(await own(paola, ticket)).toMatchObject({ score: 4 });
	});

	test('a colleague’s answer is theirs: each reads their own, staff read both', async () => {
		const ticket = await solved(paola, marta);
		granted(await rateTicket(desk, paola, rating(ticket, { words: 'canarino-di-paola' })));
		granted(await rateTicket(desk, andrea, rating(ticket, { score: 1, words: 'canarino-di-andrea' })));
		expect(await readBy(paola, ticket)).toContain('canarino-di-paola');
		expect(await readBy(paola, ticket)).not.toContain('canarino-di-andrea');
		expect(await readBy(andrea, ticket)).not.toContain('canarino-di-paola');
		expect((await staffTicketPage(desk, marta, ticket))?.page.ratings).toMatchObject([
			{ by: 'Paola', score: 4, words: 'canarino-di-paola' },
			{ by: 'Andrea', score: 1, words: 'canarino-di-andrea' },
		]);
	});
});

describe('how a ticket ended', () => {
	test('one that is not resolved yet is not asked about', async () => {
		const ticket = await inHand(paola, marta);
		expect(await rateTicket(desk, paola, rating(ticket))).toEqual(refusedFor('not-resolved'));
		expect((await customerTicketPage(desk, paola, ticket))?.page.rating).toBeUndefined();
	});

	test('one that was closed by its customer is', async () => {
		const ticket = await opened(paola);
		granted(await closeTicket(desk, paola, on(ticket)));
		granted(await rateTicket(desk, paola, rating(ticket)));
	});

	test('one that has lapsed is, from the instant of the lapse, also before anything has written it down (P5)', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		const lapse = Temporal.Instant.from('2026-12-01T00:00:00+01:00');
		clock.set(lapse.subtract({ milliseconds: 1 }));
		expect(await rateTicket(desk, paola, rating(ticket))).toEqual(refusedFor('not-resolved'));
		clock.set(lapse);
		granted(await rateTicket(desk, paola, rating(ticket, { score: 3 })));
		expect(await own(paola, ticket)).toMatchObject({ score: 3 });
	});

	test('one that was merged into another is not: its matter goes on there', async () => {
		const kept = await opened(paola);
		const other = await opened(paola);
		await taken(marta);
		granted(await mergeTicket(desk, marta, { ...on(kept), other }));
		expect(await rateTicket(desk, paola, rating(other))).toEqual(refusedFor('duplicate-not-rated'));
		expect((await customerTicketPage(desk, paola, other))?.page.rating).toBeUndefined();
		expect((await staffTicketPage(desk, marta, other))?.page.ratings).toBeUndefined();
	});
});

describe('whoever does not see the ticket finds none (P1)', () => {
	test('another customer’s user, a colleague without sight, and a number that was never given are answered alike', async () => {
		const theirs = await solved(chiara, marta);
		const before = await everything(desk);
		for (const [user, ticket] of [
			[paola, theirs],
			[tommaso, theirs],
			[paola, 999],
		] as const) {
			expect(await rateTicket(desk, user, rating(ticket))).toEqual(refusedFor('not-found'));
		}
		expect(await everything(desk)).toBe(before);
	});

	test('what one customer says is in no byte for another', async () => {
		const theirs = await solved(chiara, marta);
		granted(await rateTicket(desk, chiara, rating(theirs, { words: 'canarino-arcadia' })));
		const ours = await solved(paola, marta);
		granted(await rateTicket(desk, paola, rating(ours)));
		expect(await readBy(marta, theirs)).toContain('canarino-arcadia');
		expect(await readBy(marta, ours)).not.toContain('canarino-arcadia');
		expect(await readBy(paola, ours)).not.toContain('canarino-arcadia');
		expect(await customerTicketPage(desk, paola, theirs)).toBeUndefined();
		expect(await customerTicketPage(desk, tommaso, theirs)).toBeUndefined();
	});
});
