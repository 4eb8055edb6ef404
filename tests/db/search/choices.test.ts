import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { searchChoices } from '#lib/server/queries/search-choices.ts';
import { giveCustomer } from '../../support/accounts.ts';
import { testDesk } from '../../support/desk.ts';

const { desk } = await testDesk();
const names = new Map<number, string>();
for (const name of ['Città Studi', 'Città', 'Edilcittà', 'Èdera', 'Fabbri'])
	names.set(await giveCustomer(desk, name), name);

test.each([
	['letters within the name, accents and capitals forgiven', 'CITTA s', ['Città Studi']],
	['some letters of several', 'itt', ['Città', 'Città Studi', 'Edilcittà']],
	['the whole name, which is then meant', 'citta', ['Città']],
	['letters that only accents tell apart', 'ed', ['Edilcittà', 'Èdera']],
	['a sign that stands for nothing else', '%', []],
	['nothing', undefined, []],
])('customers are found by %s', async (_, typed, expected) => {
	const { customers, customer } = await searchChoices(desk.db, { customer: typed });
	expect(customers.map((id) => names.get(id)).sort()).toEqual(expected);
	expect(customer).toBe(expected.length === 1 ? expected[0] : null);
});

test('however many customers a name is part of, all of them are meant', async () => {
	await sql`insert into customer (name, colleagues_see_tickets, created_at)
		select 'Geometra ' || n, true, now() from generate_series(1, 1500) n`.execute(desk.db);
	const { customers, customer } = await searchChoices(desk.db, { customer: 'geometra' });
	expect([customers.length, customer]).toEqual([1500, null]);
});
