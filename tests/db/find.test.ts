import { expect, test } from 'vitest';
import { find } from '#lib/server/queries/find.ts';
import { giveCustomer } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { begin, giveProduct, testHouse } from '../support/house.ts';

const { desk } = await testDesk();
const { product, paola, marta } = await testHouse(desk);
const { opened } = begin(desk, product);
const ticket = await opened(paola, { subject: 'La poligonale non chiude' });
const [città, vecchia] = [
	await giveCustomer(desk, 'Città Studi S.r.l.'),
	await giveCustomer(desk, 'Studio Città Vecchia'),
];
const topo = await giveProduct(desk, 'Topografia 100%');

const found = (typed: string) => find(desk.db, marta, typed);
const customers = async (typed: string) => (await found(typed)).customers.map(({ id }) => id);

test('a ticket is found by its number, however it is written', async () => {
	const { tickets } = await found(String(ticket));
	expect(tickets).toEqual([{ number: ticket, subject: 'La poligonale non chiude', customer: expect.any(String) }]);
	expect((await found(` 00${ticket} `)).tickets).toEqual(tickets);
});

test.each(['', ' ', '0', '99999', '2147483648', '9'.repeat(12), '-1', '1.5', "1' or '1", '%', '\u0000'])(
	'no ticket is found by «%s»',
	async (typed) => expect((await found(typed)).tickets).toEqual([]),
);

test('customers and products are found by any part of their name, without accents and capitals', async () => {
	expect(await customers('citta')).toEqual([città, vecchia]);
	expect(await customers('CITTÀ v')).toEqual([vecchia]);
	expect((await found('topogr')).products).toEqual([{ id: topo, name: 'Topografia 100%' }]);
	expect((await found('100%')).products).toHaveLength(1);
	expect(await found('_')).toEqual({ tickets: [], customers: [], products: [] });
});

test('of many the first by name are enough', async () => {
	for (const letter of 'fedcbahg') await giveCustomer(desk, `Ferramenta ${letter}`);
	const names = (await found('ferramenta')).customers.map(({ name }) => name.at(-1));
	expect(names.join('')).toBe('abcdef');
});
