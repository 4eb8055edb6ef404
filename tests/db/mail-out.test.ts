import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { mailOut } from '#lib/server/queries/mail-out.ts';
import { testDesk } from '../support/desk.ts';

const { desk } = await testDesk();

/** Notices 1 to 300 to as many people of Alfa, of whom the first also has the last notice; 301 to 360 to people of Beta. */
beforeAll(async () => {
	await sql`
		insert into account (role, name, username, email, language, created_at)
		select 'agent', 'Persona ' || n, 'persona' || n, case when n <= 300 then 'n' || n || '@Alfa.example' else 'n' || n || '@beta.example' end, 'it', now()
		from generate_series(1, 360) n
	`.execute(desk.db);
	await sql`
		insert into mail_out (message_id, kind, account, language, subject, body, created_at)
		select gen_random_uuid(), 'handed-over', account, 'it', 'Notice ' || n, '', now()
		from (
			select n, (select id from account where username = 'persona' || case when n = 361 then 1 else n end) as account
			from generate_series(1, 361) n
		) written
		order by n
	`.execute(desk.db);
});

const subjects = async (filter: Parameters<typeof mailOut>[1]) => {
	const { lines, next } = await mailOut(desk.db, filter);
	return { of: lines.map(({ subject }) => Number(subject.split(' ')[1])), next };
};

test('notices to few people are found, however far down', async () => {
	expect((await subjects({ person: 'n1@alfa' })).of).toEqual([361, 1]);
	expect(await subjects({ person: 'nobody' })).toEqual({ of: [], next: undefined });
});

test('notices to many people are found, newest first and page by page', async () => {
	const first = await subjects({ person: 'ALFA.example' });
	expect(first.of).toEqual([361, ...Array.from({ length: 49 }, (_, nth) => 300 - nth)]);
	const { of: second } = await subjects({ person: 'alfa.example', ...(first.next && { before: first.next }) });
	expect([second[0], second.at(-1)]).toEqual([251, 202]);
});
