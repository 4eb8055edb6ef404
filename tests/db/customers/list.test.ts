import { beforeEach, describe, expect, test } from 'vitest';
import type { CustomerMark } from '#lib/domain/customers.ts';
import type { CustomerFilter } from '#lib/server/queries/customer-filter.ts';
import { customerList } from '#lib/server/queries/customer-list.ts';
import { giveAccount, giveCustomer } from '../../support/accounts.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { begin, forgetTickets, giveProduct, testHouse } from '../../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, chiara, marta } = await testHouse(desk);
const { opened, awaitingCustomer } = begin(desk, product);
const forli = await giveCustomer(desk, 'Geometri di Forlì 100%');
await giveAccount(desk, { role: 'user', username: 'n.zaccà', customer: forli, activated: false });
const empty = await giveCustomer(desk, 'Zeta');
const shut = await giveCustomer(desk, 'Chiuso & C.');
const gone = await giveAccount(desk, { role: 'user', username: 'gone.one', customer: shut });
await desk.db.updateTable('account').set({ disabled_at: MONDAY_MORNING }).where('id', '=', gone).execute();

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

const list = async (filter: CustomerFilter = {}, page = 1) => customerList(desk, filter, page);
const names = async (filter: CustomerFilter) => (await list(filter)).customers.map(({ name }) => name);

test('all customers by name, with what is disabled said', async () => {
	const { customers, total, pages } = await list();
	expect({ total, pages }).toEqual({ total: 5, pages: 1 });
	expect(customers.map(({ name, people, disabled, products }) => ({ name, people, disabled, products }))).toEqual([
		{ name: 'Arcadia', people: 2, disabled: 0, products: ['Isoipsa'] },
		{ name: 'Chiuso & C.', people: 0, disabled: 1, products: [] },
		{ name: 'Ferri e Landi', people: 2, disabled: 0, products: ['Isoipsa'] },
		{ name: 'Geometri di Forlì 100%', people: 1, disabled: 0, products: [] },
		{ name: 'Zeta', people: 0, disabled: 0, products: [] },
	]);
});

describe('a search', () => {
	test.each([
		['a part of the name, in any case', 'FERRI', ['Ferri e Landi']],
		['without its accent', 'forli', ['Geometri di Forlì 100%']],
		['words in any order', 'landi  ferri', ['Ferri e Landi']],
		['a person’s name', 'chiara', ['Arcadia']],
		['an e-mail address', 'andrea@example.it', ['Ferri e Landi']],
		['a username, accents forgiven', 'n.zacca', ['Geometri di Forlì 100%']],
		['somebody disabled', 'gone', ['Chiuso & C.']],
		['signs that mean themselves', '100%', ['Geometri di Forlì 100%']],
		['a sign that stands for nothing else', '%', ['Geometri di Forlì 100%']],
		['a sign that nobody has', '_', []],
		['a wide sign that stands for nothing else', 'f％1', []],
		['a wide sign that means itself', '100％', ['Geometri di Forlì 100%']],
		['words of two people, of whom none has both', 'paola andrea', []],
		['staff', 'marta', []],
	])('finds by %s', async (_, q, expected) => {
		expect(await names({ q })).toEqual(expected);
	});

	test('says by whom a customer was found, unless its own name says it', async () => {
		expect((await list({ q: 'gone' })).customers[0]?.found).toEqual([
			{ id: gone, name: 'Gone.one', username: 'gone.one', email: 'gone.one@example.it', disabled: true },
		]);
		expect((await list({ q: 'arcadia' })).customers[0]?.found).toEqual([]);
		expect((await list()).customers.flatMap(({ found }) => found)).toEqual([]);
	});
});

test.each<[CustomerMark, string[]]>([
	['open', ['Ferri e Landi']],
	['to-activate', ['Geometri di Forlì 100%']],
	['shut', ['Chiuso & C.', 'Zeta']],
	['unlicensed', ['Chiuso & C.', 'Geometri di Forlì 100%', 'Zeta']],
])('those with %s', async (only, expected) => {
	await opened(paola);
	expect(await names({ only })).toEqual(expected);
});

test('by product, and together with a search', async () => {
	const other = await giveProduct(desk, 'Mappale');
	expect(await names({ product })).toEqual(['Arcadia', 'Ferri e Landi']);
	expect(await names({ product, q: 'arcadia' })).toEqual(['Arcadia']);
	expect(await names({ product: other })).toEqual([]);
});

test('whose turn a ticket is counts as of now: one that has lapsed is open no more', async () => {
	await awaitingCustomer(chiara, marta);
	await opened(chiara);
	await opened(chiara);
	const arcadia = async () => (await list({ q: 'arcadia' })).customers[0];
	expect(await arcadia()).toMatchObject({ support: 2, awaited: 1 });
	expect(await names({ only: 'open' })).toEqual(['Arcadia']);
	clock.advance({ hours: 24 * 30 });
	expect(await arcadia()).toMatchObject({ support: 2, awaited: 0 });
	await forgetTickets(desk);
	await awaitingCustomer(chiara, marta);
	const open: CustomerFilter[] = [{ only: 'open' }, { only: 'open', q: 'a' }, { only: 'open', product }];
	const found = () => Promise.all(open.map(names));
	expect(await found()).toEqual([['Arcadia'], ['Arcadia'], ['Arcadia']]);
	clock.advance({ hours: 24 * 30 });
	expect(await found()).toEqual([[], [], []]);
});

test('by name as it is read, not as it is encoded', async () => {
	const accented = await giveCustomer(desk, 'Èdera');
	const all = (await list()).customers.map(({ name }) => name);
	expect(all.slice(1, 4)).toEqual(['Chiuso & C.', 'Èdera', 'Ferri e Landi']);
	await desk.db.deleteFrom('customer').where('id', '=', accented).execute();
});

test('a page that is not there shows the last', async () => {
	const more = Array.from({ length: 40 }, (_, nth) => ({
		...{ name: `Serie ${String(nth).padStart(2, '0')}`, colleagues_see_tickets: true, created_at: MONDAY_MORNING },
	}));
	await desk.db.insertInto('customer').values(more).execute();
	const last = await list({}, 99);
	expect({ ...last, customers: last.customers.map(({ id }) => id).at(-1) }).toEqual({
		...{ total: 45, page: 2, pages: 2, customers: empty },
	});
	expect((await list({}, 1)).customers).toHaveLength(40);
	await desk.db.deleteFrom('customer').where('name', 'like', 'Serie %').execute();
});
