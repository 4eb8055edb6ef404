import { beforeEach, describe, expect, test } from 'vitest';
import type { StoredReceipt } from '#lib/domain/receipt-json.ts';
import { type Notice, notify } from '#lib/server/db/mail-out.ts';
import { mailOut } from '#lib/server/queries/mail-out.ts';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { giveAccount } from '../support/accounts.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, forgetTickets, granted, saying, testHouse } from '../support/house.ts';

const { desk } = await testDesk();
const house = await testHouse(desk);
const { paola, andrea, chiara, marta } = house;
const { opened, awaitingCustomer } = begin(desk, house.product);

const receipt: StoredReceipt = {
	placedAt: '2026-11-23T08:00:00Z',
	timeZone: 'Europe/Rome',
	countedDays: ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'],
	skippedDays: [
		{ day: '2026-11-28', reason: { kind: 'not-worked' } },
		{ day: '2026-11-29', reason: { kind: 'holiday', name: { it: 'Festa', en: 'Feast' } } },
	],
	lapsesAt: '2026-11-30T23:00:00Z',
};
const moved = { receipt, days: ['2026-11-26'], reason: 'Trasloco' };

beforeEach(async () => {
	await desk.db.deleteFrom('mail_out').execute();
	await forgetTickets(desk);
	await desk.db.updateTable('account').set({ language: 'it', disabled_at: null }).execute();
});

const tell = (notice: Notice) => desk.db.transaction().execute((tx) => notify(tx, notice));
const at = MONDAY_MORNING;
const asked = (ticket: number): Notice => ({
	...{ kind: 'hold-placed', to: 'customer', ticket, at },
	data: { receipt, missing: ['reference-files', 'other'], text: 'Quale versione?\n/tickets/9' },
});
const rows = () => desk.db.selectFrom('mail_out').selectAll().orderBy('account').execute();
const colleaguesOf = async ({ id, customer }: { id: number; customer: number }) => {
	const others = desk.db.selectFrom('account').select('id').where('customer', '=', customer).where('id', '<>', id);
	return (await others.execute()).map((other) => other.id);
};
const receivers = async () => (await rows()).map(({ account }) => account);

test('who asked for support is told, in their language, what is missing and until when', async () => {
	const ticket = await opened(paola);
	await desk.db.updateTable('account').set({ language: 'en' }).where('id', '=', paola.id).execute();
	expect(await tell(asked(ticket))).toBe(1);

	const [row, ...others] = await rows();
	expect(others).toEqual([]);
	expect(row).toMatchObject({ kind: 'hold-placed', account: paola.id, ticket, language: 'en' });
	expect(row?.created_at).toEqual(at);
	expect(row?.subject).toBe('Ticket 1, we need information from you: La poligonale non chiude');
	for (const said of ['Dear Paola,', '- Reference files', '> Quale versione?', 'Sunday 29 November 2026: Feast']) {
		expect(row?.body).toContain(said);
	}
	expect(row?.body).toContain('Monday 30 November 2026, until the end of the day');
	expect(row?.body).toMatch(/^\/tickets\/1$/m);
});

test('in Italian, with what a person wrote quoted line by line', async () => {
	await tell(asked(await opened(paola)));
	const body = (await rows())[0]?.body ?? '';
	expect(body).toContain('lunedì 30 novembre 2026, entro fine giornata');
	expect(body).toContain('> /tickets/9');
	expect(body).not.toMatch(/^\/tickets\/9$/m);
});

test('a moved lapse is told to everybody who wrote and still sees the ticket, once each', async () => {
	const ticket = await opened(paola);
	granted(await replyAsCustomer(desk, andrea, saying(ticket)));
	const notice: Notice = { kind: 'lapse-moved', to: 'customer', ticket, at, onceKey: 'moved:1', data: moved };
	expect(await tell(notice)).toBe(2);
	expect(await tell({ ...notice, data: { ...moved, reason: 'Altro' } })).toBe(0);
	expect(await receivers()).toEqual([paola.id, andrea.id].sort((a, b) => a - b));
	for (const { body } of await rows()) expect(body).toContain('giovedì 26 novembre 2026');

	const { customer } = paola;
	const sight = (sees: boolean) =>
		desk.db.updateTable('customer').set({ colleagues_see_tickets: sees }).where('id', '=', customer).execute();
	await sight(false);
	expect(await tell({ ...notice, onceKey: 'moved:2' })).toBe(1);
	await sight(true);
});

describe('where the opener cannot be written to', () => {
	const leaves = (...who: { id: number }[]) =>
		desk.db
			.updateTable('account')
			.set({ disabled_at: at })
			.where(
				'id',
				'in',
				who.map(({ id }) => id),
			)
			.execute();

	test('the colleagues who wrote on the ticket are told, and of those who did not write nobody', async () => {
		const ticket = await opened(paola);
		granted(await replyAsCustomer(desk, andrea, saying(ticket)));
		await giveAccount(desk, { role: 'user', username: 'bianca', customer: paola.customer });
		await leaves(paola);
		expect(await tell(asked(ticket))).toBe(1);
		expect(await tell({ kind: 'lapse-moved', to: 'customer', ticket, at, data: moved })).toBe(1);
		expect(await receivers()).toEqual([andrea.id, andrea.id]);
	});

	test('the colleagues who see it are told where nobody else wrote; also of a ticket that leaves', async () => {
		const ticket = await opened(paola);
		const contact = { role: 'user', username: 'carlo', customer: paola.customer, activated: false } as const;
		const opener = await giveAccount(desk, contact);
		await desk.db.updateTable('ticket').set({ opened_by: opener }).where('number', '=', ticket).execute();
		await desk.db.deleteFrom('message').where('ticket', '=', ticket).execute();
		const colleagues = await colleaguesOf({ id: opener, customer: paola.customer });
		expect(await tell({ kind: 'merged', to: 'customer', ticket, at, data: { into: 1 } })).toBe(colleagues.length);
		expect(await tell(asked(ticket))).toBe(colleagues.length);
		expect(new Set(await receivers())).toEqual(new Set(colleagues));
	});

	test('nobody is told who does not see it, and the desk says that nobody is', async () => {
		const ticket = await awaitingCustomer(chiara, marta);
		const unreachable = async () => (await staffTicketPage(desk, marta, ticket))?.page.unreachable;
		expect(await unreachable()).toBe(false);
		await leaves(chiara);
		expect(await tell(asked(ticket))).toBe(0);
		expect(await receivers()).toEqual([chiara.id]);
		expect(await unreachable()).toBe(true);
	});
});

test('who cannot come in is not written to', async () => {
	const ticket = await opened(chiara);
	await desk.db.updateTable('account').set({ disabled_at: at }).where('id', 'in', [chiara.id, marta.id]).execute();
	expect(await tell(asked(ticket))).toBe(0);
	expect(await tell({ kind: 'handed-over', to: marta.id, ticket, at, data: {} })).toBe(0);

	const contact = await giveAccount(desk, {
		role: 'user',
		username: 'bruno',
		customer: chiara.customer,
		activated: false,
	});
	await desk.db.updateTable('ticket').set({ opened_by: contact }).where('number', '=', ticket).execute();
	expect(await tell(asked(ticket))).toBe(0);
	expect(await rows()).toEqual([]);
});

test('staff are told in their own words, and led to the desk; a user is never written to as staff', async () => {
	const ticket = await opened(paola);
	expect(await tell({ kind: 'lapse-moved', to: marta.id, ticket, at, data: moved })).toBe(1);
	expect(await tell({ kind: 'handed-over', to: marta.id, ticket, at, data: { text: 'La seguivi tu.' } })).toBe(1);
	expect(await tell({ kind: 'handed-over', to: paola.id, ticket, at, data: {} })).toBe(0);
	const [first, second] = await rows();
	expect(first?.body).toContain('L’ultimo giorno utile del cliente è ora');
	expect(second?.body).toContain('> La seguivi tu.');
	expect(second?.body).toMatch(/^\/desk\/tickets\/1$/m);
	for (const row of [first, second]) expect(row?.body).toMatch(/^\/policy$/m);
});

test('the people of a merged ticket are led to the one that goes on; of a lapsed one, to a follow-up', async () => {
	const into = await opened(paola);
	const ticket = await opened(andrea);
	expect(await tell({ kind: 'merged', to: 'customer', ticket, at, data: { into } })).toBe(1);
	expect(await tell({ kind: 'lapsed', to: 'customer', ticket, at, data: { receipt } })).toBe(1);
	expect(await tell({ kind: 'reminder', to: 'customer', ticket, at, data: { receipt, missing: ['other'] } })).toBe(1);
	const told = await rows();
	const [merged, lapsed] = told;
	expect(told.map(({ body }) => /^\/policy$/m.test(body))).toEqual([true, true, true]);
	expect(merged?.body).toMatch(new RegExp(`^/tickets/${into}$`, 'm'));
	expect(lapsed?.body).toMatch(new RegExp(`^/tickets/new\\?follows=${ticket}$`, 'm'));
});

test('a notice belongs to the transaction of the act', async () => {
	const ticket = await opened(paola);
	const failing = desk.db.transaction().execute(async (tx) => {
		await notify(tx, asked(ticket));
		throw new Error('the act failed');
	});
	await expect(failing).rejects.toThrow('the act failed');
	expect(await rows()).toEqual([]);
});

test('notices are found by kind, ticket and person, page by page, the newest first', async () => {
	const first = await opened(paola);
	const second = await opened(chiara);
	for (let nth = 0; nth < 51; nth++) await tell(asked(first));
	await tell({ kind: 'lapsed', to: 'customer', ticket: second, at, data: { receipt } });

	const page = await mailOut(desk.db, {});
	expect(page.lines).toHaveLength(50);
	expect(page.lines[0]).toMatchObject({ kind: 'lapsed', ticket: second, to: { name: 'Chiara' } });
	const rest = await mailOut(desk.db, { before: page.next ?? 0 });
	expect([rest.lines.length, rest.next]).toEqual([2, undefined]);

	const counted = async (filter: Parameters<typeof mailOut>[1]) => (await mailOut(desk.db, filter)).lines.length;
	expect(await counted({ kind: 'lapsed' })).toBe(1);
	expect(await counted({ ticket: second })).toBe(1);
	expect(await counted({ person: 'CHIARA@' })).toBe(1);
	expect(await counted({ person: 'chia%' })).toBe(0);
	expect(await counted({ person: 'paola', ticket: second })).toBe(0);
	// As many as a page holds, to the last: there is none after it.
	expect((await mailOut(desk.db, { ticket: first, before: page.lines[1]?.id ?? 0 })).next).toBeUndefined();
});
