import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { createDatabase } from '#platform/database.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';

const { desk, url } = await testDesk();

const select = async (expression: ReturnType<typeof sql<unknown>>) => {
	const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(desk.db);
	return rows[0]?.value;
};

test('an instant comes back as it was written, to the microsecond', async () => {
	const at = Temporal.Instant.from('2026-11-23T08:00:00.123456Z');
	expect(await select(sql`${at}::timestamptz`)).toEqual(at);
	expect(await select(sql`array[${at}, null]::timestamptz[]`)).toEqual([at, null]);
	expect(await select(sql`${at}::timestamptz = any(${[MONDAY_MORNING, at]})`)).toBe(true);
});

test('a date is text, and a count is a number', async () => {
	expect(await select(sql`${Temporal.PlainDate.from('2026-12-08')}::date`)).toBe('2026-12-08');
	expect(await select(sql`array['2026-12-08']::date[]`)).toEqual(['2026-12-08']);
	expect(await select(sql`count(*)`)).toBe(1);
	expect(await select(sql`array[1, 2]::int8[]`)).toEqual([1, 2]);
});

test('a whole number too large for a number is an error, not another number', async () => {
	await expect(select(sql`9007199254740993::int8`)).rejects.toThrow('9007199254740993');
});

test('a transaction left open cannot hold its locks for long', async () => {
	const { rows } = await sql<{ name: string; setting: string }>`
		select name, setting from pg_settings
		where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`.execute(desk.db);
	expect(rows.every(({ setting }) => Number(setting) > 0 && Number(setting) <= 30_000)).toBe(true);
	expect(rows).toHaveLength(3);
});

test.each(['default_transaction_isolation=serializable', 'synchronous_commit=off', 'datestyle=German'])(
	'a DATABASE_URL with %s does not change what the laws rely on, and keeps what is its own',
	async (setting) => {
		const address = new URL(url);
		address.searchParams.set('options', `-c ${setting} -c search_path=elsewhere`);
		const db = createDatabase(address.href, { max: 1 });
		onTestFinished(() => db.destroy());
		const { rows } = await sql<{ name: string; setting: string }>`
		select name, setting from pg_settings
		where name in ('default_transaction_isolation', 'synchronous_commit', 'DateStyle', 'search_path')`.execute(db);
		expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toMatchObject({
			default_transaction_isolation: 'read committed',
			synchronous_commit: 'on',
			DateStyle: expect.stringMatching(/^ISO/),
			search_path: 'elsewhere',
		});
	},
);
