import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import { setClock } from '#lib/server/clock.ts';
import { myTickets } from '#lib/server/queries/my-tickets.ts';
import { localBlobs } from '#platform/blobs.ts';
import { createDatabase } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { secretKeyFrom } from '#platform/secret-key.ts';
import { emptyDatabase, MONDAY_MORNING } from '../support/desk.ts';

/** Ticket 1 of Paola, on which her colleague Andrea has written too, answered and under evaluation; as the version before kept it. */
const before = `
	insert into product (name, created_at) values ('Isoipsa', now());
	insert into customer (name, colleagues_see_tickets, created_at) values ('Ferri e Landi', true, now());
	insert into account (role, customer, name, username, email, language, created_at) values
		('user', 1, 'Paola', 'paola', 'paola@example.it', 'it', now()),
		('user', 1, 'Andrea', 'andrea', 'andrea@example.it', 'it', now()),
		('agent', null, 'Marta', 'marta', 'marta@example.it', 'it', now());
	insert into ticket (number, customer, opened_by, product, lane, subject, version, operating_system, tools, opened_at)
		values (1, 1, 1, 1, 'technical', 'La poligonale non chiude', '', '', '', now());
	insert into message (ticket, author, side, source, html, created_at) values
		(1, 1, 'customer', 'Non chiude', '<p>Non chiude</p>', now()),
		(1, 2, 'customer', 'Nemmeno a me', '<p>Nemmeno a me</p>', now()),
		(1, 3, 'support', 'Vediamo', '<p>Vediamo</p>', now());
	insert into queue_log (seq, at, type, ticket, actor, lane, product) values (1, now(), 'opened', 1, 1, 'technical', 1);
	insert into queue_log (seq, at, type, ticket, actor, since) values (2, now(), 'taken', 1, 3, now());
	insert into queue_log (seq, at, type, ticket, actor, reason) values (3, now(), 'held', 1, 3, 'under-evaluation');
	insert into hold (ticket, agent, message, "case", missing, placed_at) values (1, 3, 3, 'under-evaluation', '{}', now());
	insert into queue_entry (ticket, state, agent, lane, product, since) values (1, 'under-evaluation', 3, 'technical', 1, now());
	update queue_counter set seq = 3, number = 1;
`;

test('an upgrade marks nothing: what there was counts as read, what comes after it is news', async () => {
	const { url } = await emptyDatabase();
	await migrate(url, '0005_lapse_moved');
	const db = createDatabase(url, { max: 2 });
	onTestFinished(() => db.destroy());
	await sql.raw(before).execute(db);
	await migrate(url);

	const desk = {
		db,
		clock: setClock(MONDAY_MORNING),
		blobs: localBlobs('/nowhere'),
		secretKey: secretKeyFrom(randomBytes(32)),
	};
	const person = { role: 'user', customer: 1, seesColleagues: true, language: 'it', theme: undefined } as const;
	const users: UserViewer[] = [1, 2].map((id) => ({ ...person, id, name: `Person ${id}` }));
	const marks = () =>
		Promise.all(
			users.map(async (user) => {
				const { mine, theirs } = (await myTickets(desk, user)).support;
				return [...mine, ...theirs].map(({ number, news }) => [number, news]);
			}),
		);
	expect(await marks()).toEqual([[[1, false]], [[1, false]]]);
	await sql`insert into message (ticket, author, side, source, html, created_at) values (1, 3, 'support', 'Ecco', '', now())`.execute(
		db,
	);
	expect(await marks()).toEqual([[[1, true]], [[1, true]]]);
});
