import { expect, test } from 'vitest';
import { searchChoices } from '#lib/server/queries/search-choices.ts';
import { giveCustomer } from '../../support/accounts.ts';
import { testDesk } from '../../support/desk.ts';

const { desk } = await testDesk();
for (const name of ['Città Studi', 'Città', 'Edilcittà', 'Èdera', 'Fabbri']) await giveCustomer(desk, name);

test.each([
	['letters within the name, accents and capitals forgiven, by name', 'CITTA s', ['Città Studi']],
	['some letters of several', 'itt', ['Città', 'Città Studi', 'Edilcittà']],
	['the whole name, which is then meant', 'citta', ['Città']],
	['letters that only accents tell apart', 'ed', ['Èdera', 'Edilcittà']],
	['a sign that stands for nothing else', '%', []],
	['nothing', undefined, []],
])('customers are found by %s', async (_, customer, expected) => {
	const { customers } = await searchChoices(desk.db, { customer });
	expect(customers.map(({ name }) => name)).toEqual(expected);
});
