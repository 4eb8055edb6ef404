import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import { databaseClock } from '#lib/server/clock.ts';
import { searchTickets } from '#lib/server/queries/search-tickets.ts';
import { localBlobs } from '#platform/blobs.ts';
import { createDatabase } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { secretKeyFrom } from '#platform/secret-key.ts';
import { emptyDatabase } from '../../support/desk.ts';

const before = '0006_customers_side';

const reader: UserViewer = {
	...{ id: 1, role: 'user', customer: 1, seesColleagues: true },
	...{ name: 'Paola', language: 'it', theme: undefined },
};

/** As the version before writes: it knows nothing of a search. */
const oldTicket = sql`
	insert into customer (name, colleagues_see_tickets, created_at) values ('Ferri', true, '2026-01-01');
	insert into product (name, created_at) values ('Isoipsa', '2026-01-01');
	insert into account (role, customer, name, username, email, language, created_at)
		values ('user', 1, 'Paola', 'paola', 'paola@example.it', 'it', '2026-01-01');
	insert into ticket (number, customer, opened_by, product, lane, subject, version, operating_system, tools, opened_at)
		values (1, 1, 1, 1, 'technical', 'La poligonale non chiude', '', '', '', '2026-01-01');
	insert into resolution (ticket, "as", at) values (1, 'solved', '2026-01-02');
`;
const oldMessage = (words: string, file: string) => sql`
	with message as (
		insert into message (ticket, author, side, source, html, created_at)
		values (1, 1, 'customer', ${words}, '', '2026-01-01') returning id
	)
	insert into attachment (id, message, position, name, media_type, size, sha256)
	select ${randomUUID()}::uuid, id, 0, ${file}, 'text/plain', 1, ''::bytea from message
`;

async function older() {
	const { url } = await emptyDatabase();
	await migrate(url, before);
	const db = createDatabase(url, { max: 3 });
	onTestFinished(() => db.destroy());
	await oldTicket.execute(db);
	await oldMessage('Manca il teodolite', 'libretto_di_campagna.txt').execute(db);
	const found = async (typed: string) => {
		const searching = {
			db,
			clock: databaseClock,
			blobs: localBlobs('/nowhere'),
			secretKey: secretKeyFrom(randomBytes(32)),
		};
		const { hits, corrected } = await searchTickets(searching, reader, { typed, filter: {}, page: 1 });
		return [hits.map(({ number, place }) => [number, place]), corrected.flatMap(({ words }) => words)];
	};
	return { url, db, found };
}

test('what was written before there was a search is found, and what the version before still writes too', async () => {
	const { url, db, found } = await older();
	expect(await migrate(url)).toContain('0007_search');
	expect(await found('poligonali')).toEqual([[[1, 'subject']], []]);
	expect(await found('teodolite')).toEqual([[[1, 'message']], []]);
	expect(await found('teodlite')).toEqual([[[1, 'message']], ['teodolite']]);
	expect(await found('libretto')).toEqual([[[1, 'file']], []]);
	await oldMessage('Ora serve anche il gasometro', 'mappa.pdf').execute(db);
	expect(await found('gasometro')).toEqual([[[1, 'message']], []]);
	expect(await found('gasomettro')).toEqual([[[1, 'message']], ['gasometro']]);
	expect(await found('mappa')).toEqual([[[1, 'file']], []]);
});

test('what was solved before solved tickets were compared is compared, and what the version before solves too', async () => {
	const { url, db } = await older();
	await migrate(url);
	const compared = async () =>
		(await sql`select ticket, word, product from solved_word order by ticket, word`.execute(db)).rows;
	const first = ['chiud', 'poligonal'].map((word) => ({ ticket: 1, word, product: 1 }));
	expect(await compared()).toEqual(first);
	await sql`
		insert into ticket (number, customer, opened_by, product, lane, subject, version, operating_system, tools, opened_at)
			select nth, 1, 1, 1, 'technical', 'Stampa 12', '', '', '', '2026-01-03' from generate_series(2, 4) nth;
		insert into resolution (ticket, "as", at) values (2, 'closed-by-customer', '2026-01-04'), (3, 'lapsed', '2026-01-04');
	`.execute(db);
	expect(await compared()).toEqual([...first, { ticket: 2, word: 'stamp', product: 1 }]);
});

test('what is written meanwhile waits only once all is filled that was there before', async () => {
	const { url, db, found } = await older();
	const written = Promise.withResolvers<void>();
	const writing = db.transaction().execute(async (tx) => {
		await oldMessage('Serve il gasometro', 'x.txt').execute(tx);
		await written.promise;
	});
	const migrating = migrate(url);
	const waiting = sql<{ query: string }>`
		select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
	`;
	await expect
		.poll(() => waiting.execute(db).then(({ rows }) => rows), { interval: 20, timeout: 5_000 })
		.toMatchObject([{ query: expect.stringMatching(/^\s*lock table/) }]);
	written.resolve();
	await writing;
	await migrating;
	expect(await found('gasometro')).toEqual([[[1, 'message']], []]);
});

test('searches go on while the vocabulary gets another index', async () => {
	const { url, db, found } = await older();
	await migrate(url, '0007_search');
	const [begun, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const writing = db.transaction().execute(async (tx) => {
		await oldMessage('Serve il gasometro', 'x.txt').execute(tx);
		begun.resolve();
		await written.promise;
	});
	await begun.promise;
	const migrating = migrate(url);
	const waiting = sql<{ mode: string }>`
		select mode from pg_locks where not granted and relation = 'search_word'::regclass
	`;
	await expect
		.poll(() => waiting.execute(db).then(({ rows }) => rows), { interval: 20, timeout: 5_000 })
		.toEqual([{ mode: 'ShareLock' }]);
	expect(await found('poligonalle')).toEqual([[[1, 'subject']], ['poligonale']]);
	written.resolve();
	await writing;
	await migrating;
	const indexes = await sql`
		select indexdef from pg_indexes where tablename = 'search_word'
	`.execute(db);
	expect(indexes.rows).toEqual([{ indexdef: expect.stringMatching(/search_word_customer .*INCLUDE \(stem\)$/) }]);
	expect(await found('gasometro')).toEqual([[[1, 'message']], []]);
});

test('who may not create the extensions is told which, and what to do', async () => {
	const { url, db } = await older();
	const name = `weak_${randomUUID().slice(0, 8)}`;
	onTestFinished(async () => {
		await sql`drop owned by ${sql.ref(name)}; drop role ${sql.ref(name)}`.execute(db);
	});
	await sql`
		create role ${sql.ref(name)} login password 'weak';
		grant all on all tables in schema public to ${sql.ref(name)};
		grant all on schema public to ${sql.ref(name)};
		grant all on schema graphile_worker to ${sql.ref(name)};
		grant all on all tables in schema graphile_worker to ${sql.ref(name)};
	`.execute(db);
	const weak = Object.assign(new URL(url), { username: name, password: 'weak' }).href;
	const refused = await migrate(weak).then(
		() => undefined,
		(error: unknown) => error,
	);
	expect(String(refused)).toMatch(
		/^CannotStart: .* lacks the extension unaccent.*Have its administrator run "create extension unaccent"/,
	);
});

test('a text is searchable in the transaction that writes it, and not if that is undone', async () => {
	const { url, db, found } = await older();
	await migrate(url);
	const undone = db.transaction().execute(async (tx) => {
		await oldMessage('Serve il gasometro', 'x.txt').execute(tx);
		throw new Error('undone');
	});
	await expect(undone).rejects.toThrow('undone');
	expect(await found('gasometro')).toEqual([[], []]);
});
