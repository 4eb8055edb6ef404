import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { createDatabase } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { emptyDatabase } from '../support/desk.ts';

const before = `
	insert into customer (name, colleagues_see_tickets, created_at) values ('Ferri e Landi', true, now());
	insert into account (role, customer, name, username, email, language, created_at) values
		('administrator', null, 'Elena', 'elena', 'elena@example.it', 'it', now()),
		('user', 1, 'Paola', 'paola', 'paola@example.it', 'it', now());
	insert into event (at, type, actor, customer, account, data) values
		('2026-11-02T08:00Z', 'installation-set-up', 1, null, 1, '{}'),
		('2026-11-02T09:00Z', 'customer-created', 1, 1, null, '{"name": "Ferri e Landi", "colleaguesSeeTickets": true}'),
		('2026-11-02T10:00Z', 'sessions-ended', 2, null, 2, '{"sessions": [7, 8]}'),
		('2026-11-02T11:00Z', 'replied', 2, null, null, '{}'),
		('2026-11-02T12:00Z', 'users-disabled', 1, 1, null, '{"accounts": [2]}');
`;

test('what the events told of access is in the audit log after an upgrade, in its words and its order', async () => {
	const { url } = await emptyDatabase();
	await migrate(url, '0019_latest_subjects');
	const db = createDatabase(url, { max: 2 });
	onTestFinished(() => db.destroy());
	await sql.raw(before).execute(db);
	await migrate(url);
	const told = db
		.selectFrom('audit_log')
		.select(['area', 'verb', 'actor_name', 'subject_kind', 'subject_name', 'customer', 'address', 'details'])
		.orderBy('id');
	const elena = { actor_name: 'Elena', address: null };
	const customer = { subject_kind: 'customer', subject_name: 'Ferri e Landi', customer: 1 };
	expect(await told.execute()).toEqual([
		{
			...{ ...elena, area: 'credentials', verb: 'installation-set-up', details: {} },
			...{ subject_kind: 'account', subject_name: 'Elena', customer: null },
		},
		{ ...elena, ...customer, area: 'customers', verb: 'customer-created', details: { colleaguesSeeTickets: true } },
		{
			...{ actor_name: 'Paola', address: null, area: 'sign-in', verb: 'sessions-ended', details: { sessions: 2 } },
			...{ subject_kind: 'account', subject_name: 'Paola', customer: 1 },
		},
		{ ...elena, ...customer, area: 'people', verb: 'users-disabled', details: { accounts: 1 } },
	]);
});
