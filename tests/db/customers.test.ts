import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type CustomersFilter, customers } from '#lib/server/queries/customers.ts';
import { testDesk } from '../support/desk.ts';

const { desk } = await testDesk();

/** Studio 001 to 120, entered the last first; and one whose name has signs that stand for others in a pattern. */
beforeAll(async () => {
	await sql`
		insert into customer (name, colleagues_see_tickets, created_at)
		select 'Studio ' || to_char(121 - n, 'FM000'), true, now() from generate_series(1, 120) n
		union all select 'Rossi 100%_Geometri', true, now()
	`.execute(desk.db);
	await sql`
		insert into account (role, customer, name, username, email, language, created_at)
		select 'user', id, name, 'user' || id, id || '@example.it', 'it', now() from customer where name = 'Studio 051'
	`.execute(desk.db);
});

async function listed(filter: CustomersFilter) {
	const { customers: lines, ...where } = await customers(desk.db, filter);
	return { names: lines.map(({ name }) => name), ...where };
}

test('customers are listed by name, fifty to a page', async () => {
	const first = await listed({});
	expect(first).toMatchObject({ page: 1, pages: 3 });
	expect(first.names).toHaveLength(50);
	expect(first.names.slice(0, 2)).toEqual(['Rossi 100%_Geometri', 'Studio 001']);
	const last = await listed({ page: 3 });
	expect(last.names).toHaveLength(21);
	expect([last.names[0], last.names.at(-1)]).toEqual(['Studio 100', 'Studio 120']);
});

test('a page there is not shows the last one', async () => {
	expect(await listed({ page: 99 })).toEqual(await listed({ page: 3 }));
	expect(await listed({ page: 2, name: 'nobody' })).toEqual({ names: [], page: 1, pages: 1 });
});

test('those are found who have the letters in their name, large or small, each sign standing for itself', async () => {
	expect((await listed({ name: 'STUDIO 05' })).names).toHaveLength(10);
	expect((await listed({ name: '0%_g' })).names).toEqual(['Rossi 100%_Geometri']);
	expect((await listed({ name: '_' })).names).toEqual(['Rossi 100%_Geometri']);
	const { customers: found } = await customers(desk.db, { name: 'studio 051' });
	expect(found).toMatchObject([{ name: 'Studio 051', users: 1, products: [] }]);
});
