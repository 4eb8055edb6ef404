import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { statement } from '#lib/server/db/statement.ts';
import { createDatabase } from '#platform/database.ts';
import { keptAs, mostKept } from '#platform/kept-plans.ts';
import { testDesk } from '../support/desk.ts';

const { url } = await testDesk();

test('what comes again is planned once on a connection: statements, and what acts say; a search is not', async () => {
	await using db = createDatabase(url, { max: 1 });
	const answer = statement((of, { number }: { number: number }) =>
		of.selectNoFrom((eb) => eb.cast<number>(eb.val(number), 'int4').as('number')),
	);
	for (const number of [1, 2]) expect(await answer(db, { number })).toEqual([{ number }]);
	await db.transaction().execute(async (tx) => void (await sql`select ${3}::int4 as acted`.execute(tx)));
	await sql`select ${4}::int4 as searched`.execute(db);
	const kept = sql<{ statement: string }>`select statement from pg_prepared_statements where name like 'sportello%'`;
	const texts = (await kept.execute(db)).rows.map((row) => row.statement);
	expect(texts).toHaveLength(2);
	expect(texts).toContainEqual(expect.stringContaining('as "number"'));
	expect(texts).toContain('select $1::int4 as acted');
});

test('a transaction that failed ends what is kept for acts', async () => {
	await using db = createDatabase(url, { max: 1 });
	const failing = db.transaction().execute((tx) => sql`select ${0}::int4 / 0 as failed`.execute(tx));
	await expect(failing).rejects.toThrow('division by zero');
	await sql`select ${5}::int4 as after`.execute(db);
	const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
	expect(rows.map((row) => row.statement)).not.toContainEqual(expect.stringContaining('as after'));
});

test('so many are kept, and no more', () => {
	for (let nth = 0; nth < mostKept; nth++) keptAs(`select ${nth}`);
	expect(keptAs('select one too many')).toBeUndefined();
	expect(keptAs('select 0')).toBeDefined();
});
