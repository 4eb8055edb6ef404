import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { customerPage } from '#lib/server/queries/customer-page.ts';
import { giveCustomer } from '../../support/accounts.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { begin, forgetTickets, giveStaff, testHouse } from '../../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, chiara, marta, davide } = await testHouse(desk);
const ada = await giveStaff(desk, 'ada', 'administrator');
const { opened, inHand, awaitingCustomer, underEvaluation, solved } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

const page = async (id = paola.customer) => customerPage(desk, marta, id);
const numbers = (tickets: readonly { number: number }[] = []) => tickets.map(({ number }) => number);

test('people with the state of their credentials, licences, and who may change them', async () => {
	const found = await page();
	expect(found).toMatchObject({
		name: 'Ferri e Landi',
		colleaguesSeeTickets: true,
		administrators: ['Ada'],
		opened: 0,
	});
	expect(found?.users.people.map(({ id, state }) => ({ id, state }))).toEqual([
		{ id: andrea.id, state: 'active' },
		{ id: paola.id, state: 'active' },
	]);
	expect(found?.licences).toEqual([{ id: product, name: 'Isoipsa', since: MONDAY_MORNING.toString() }]);
	await desk.db.updateTable('account').set({ disabled_at: MONDAY_MORNING }).where('id', '=', ada.id).execute();
	expect((await page())?.administrators).toEqual([]);
	expect(await page(999_999)).toBeUndefined();
});

test('tickets by whose turn it is, as of now', async () => {
	const end = await solved(paola, marta);
	const waiting = await awaitingCustomer(andrea, marta);
	const evaluated = await underEvaluation(paola, marta);
	const held = await inHand(paola, davide);
	const queued = await opened(andrea);
	await opened(chiara);

	const found = await page();
	expect(numbers(found?.support.tickets)).toEqual([evaluated, held, queued]);
	expect(numbers(found?.customer.tickets)).toEqual([waiting]);
	expect(numbers(found?.resolved)).toEqual([end]);
	expect(found?.opened).toBe(5);

	clock.advance({ hours: 24 * 30 });
	expect(numbers((await page())?.resolved)).toEqual([waiting, end]);
	expect((await page())?.customer).toEqual({ tickets: [], more: 0 });
});

test('of many open tickets the first ten, and how many more', async () => {
	const all: number[] = [];
	for (let nth = 0; nth < 12; nth++) all.push(await opened(paola));
	const found = await page();
	expect(numbers(found?.support.tickets)).toEqual(all.slice(0, 10));
	expect(found?.support.more).toBe(2);
});

test('two thousand people and three hundred notes are read a page at a time, and each of them on one', async () => {
	const crowded = await giveCustomer(desk, 'Provincia');
	await sql`
		insert into account (role, customer, name, username, email, language, created_at, disabled_at)
			select 'user', ${crowded}, 'Persona ' || lpad(n::text, 4, '0'), 'persona' || n, 'persona' || n || '@example.it', 'it',
				${MONDAY_MORNING}, case when n <= 3 then ${MONDAY_MORNING}::timestamptz end
			from generate_series(1, 2000) n
	`.execute(desk.db);
	await sql`
		insert into customer_note (customer, author, source, html, created_at)
			select ${crowded}, ${marta.id}, 'Nota ' || n, '<p>Nota</p>', ${MONDAY_MORNING} from generate_series(1, 300) n
	`.execute(desk.db);
	const at = async (people: number, notes = 1) => customerPage(desk, marta, crowded, { people, notes });
	const first = await at(1);
	expect(first?.users).toMatchObject({ total: 2000, enabled: 1997, page: 1, pages: 80 });
	expect(first?.users.people.map(({ name }) => name)).toEqual(
		Array.from({ length: 25 }, (_, nth) => `Persona ${String(nth + 4).padStart(4, '0')}`),
	);
	const last = (await at(80))?.users.people.map(({ name, state }) => [name, state]);
	expect(last?.slice(-4)).toEqual([
		['Persona 2000', 'stale'],
		...[1, 2, 3].map((nth) => [`Persona 000${nth}`, 'disabled']),
	]);
	expect((await at(81))?.users.people).toEqual([]);
	const notes = await Promise.all(Array.from({ length: 30 }, async (_, nth) => (await at(1, nth + 1))?.notes ?? []));
	expect(new Set(notes.flat().map(({ id }) => id)).size).toBe(300);
	expect(first?.notesPages).toEqual({ page: 1, pages: 30 });
});
