import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { userStatement } from '#lib/server/access/user-statement.ts';
import { statement } from '#lib/server/db/statement.ts';
import { testDesk } from '../support/desk.ts';

const { desk } = await testDesk();

test('a statement is written once, and each time answers for the values it is sent with', async () => {
	let written = 0;
	const named = statement((db, { username }: { username: string }) => {
		written++;
		return db.selectNoFrom((eb) => eb.cast<string>(eb.val(username), 'text').as('username'));
	});
	expect(await named(desk.db, { username: 'paola' })).toEqual([{ username: 'paola' }]);
	const both = await Promise.all(['paola', 'andrea'].map((username) => named(desk.db, { username })));
	expect(both).toEqual([[{ username: 'paola' }], [{ username: 'andrea' }]]);
	expect(written).toBe(1);
});

test.each<[string, (id: number) => string]>([
	['a template', (id) => `account ${id}`],
	['its text', (id) => id.toString()],
	['JSON', (id) => JSON.stringify({ id })],
])('a text that would hold one reader’s value for the next cannot be written, be it by %s', async (_, made) => {
	const careless = statement((db, { id }: { id: number }) =>
		db.selectNoFrom((eb) => eb.cast<string>(eb.val(made(id)), 'text').as('who')),
	);
	await expect(careless(desk.db, { id: 1 })).rejects.toThrow('The value of id is not known');
});

test('lists, records and nothing are sent as they are; what is not given is not sent as nothing', async () => {
	type Values = { list: number[]; record: object; nothing: null; missing?: number };
	const all = statement((db, { list, record, nothing }: Values) =>
		db.selectNoFrom((eb) => [
			eb.cast<number[]>(eb.val(list), sql`int4[]`).as('list'),
			eb.cast<object>(eb.val(record), 'jsonb').as('record'),
			eb.cast<string | null>(eb.val(nothing), 'text').as('nothing'),
		]),
	);
	for (const values of [
		{ list: [1, 2], record: { a: ['b'] }, nothing: null },
		{ list: [], record: {}, nothing: null },
	]) {
		expect(await all(desk.db, values)).toEqual([values]);
	}
	const more = statement((db, { missing }: Values) => db.selectNoFrom((eb) => eb.val(missing).as('missing')));
	await expect(more(desk.db, { list: [], record: {}, nothing: null })).rejects.toThrow('sent without missing');
});

test('who sees their colleagues’ tickets has a text of their own, with their own customer in it', async () => {
	const asked = userStatement((db, { id, customer, seesColleagues }) =>
		db.selectNoFrom((eb) => [
			eb.cast<number>(eb.val(id), 'int4').as('id'),
			eb.cast<number>(eb.val(customer), 'int4').as('customer'),
			eb.lit(seesColleagues).as('all'),
		]),
	);
	const users = [
		{ role: 'user', id: 1, customer: 10, seesColleagues: true },
		{ role: 'user', id: 2, customer: 20, seesColleagues: false },
		{ role: 'user', id: 3, customer: 30, seesColleagues: true },
	] as const;
	for (const { role, seesColleagues, ...ids } of users) {
		const rows = await asked(desk.db, { role, seesColleagues, ...ids }, {});
		expect(rows).toEqual([{ ...ids, all: seesColleagues }]);
	}
});
