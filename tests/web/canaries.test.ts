import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { changeOrganisation } from '#lib/server/use-cases/change-organisation.ts';
import { previewImport } from '#lib/server/use-cases/preview-import.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { sendReminders } from '#lib/server/use-cases/remind.ts';
import { signedIn } from '../support/accounts.ts';
import {
	type Bird,
	birds,
	columnsWithout,
	liveThrough,
	mayRead,
	nameAfterBirds,
	type UserName,
} from '../support/birds.ts';
import { testDesk } from '../support/desk.ts';
import { hear } from '../support/events.ts';
import { giveStaff, granted, key, testHouse } from '../support/house.ts';
import { matrix } from '../support/matrix.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const house = { ...(await testHouse(desk)), rita: await giveStaff(desk, 'rita', 'administrator') };
const users = ['paola', 'andrea', 'chiara', 'tommaso'] as const;
await nameAfterBirds(desk, house);
for (const user of users) await liveThrough(desk, house, house[user], user);
await bringIn(birds.staff);
await putUpTheSign(birds.house);
const web = await startWeb(testing);
type Reader = (typeof readers)[number];
const readers = ['visitor', 'paola', 'chiara', 'tommaso'] as const;
const cookies = new Map<Reader | UserName, string>([['visitor', '']]);
for (const user of users) cookies.set(user, await signedIn(desk, house[user]));
await sql`update session set user_agent = username from account where account.id = account`.execute(desk.db);

/** What nobody writes, by table: words of the product's own, digests, figures. */
const notWritten: Record<string, string[]> = {
	account: ['language', 'muted', 'password_hash', 'role', 'theme'],
	audit_log: ['address', 'area', 'browser', 'subject_kind', 'verb'],
	attachment: ['media_type'],
	customer_import: ['encoding', 'foreseen', 'separator', 'tally'],
	customer_import_row: ['kind'],
	draft_file: ['media_type'],
	hold: ['case', 'ended_by', 'missing', 'receipt'],
	draft: ['act'],
	mail_out: ['answer', 'kind', 'language', 'once_key', 'sent_to', 'state', 'trouble'],
	mail_sending: ['answer'],
	message: ['side'],
	organisation: ['logo_type'],
	policy_version: ['settings'],
	queue_entry: ['lane', 'state'],
	queue_log: ['lane', 'reason', 'settings', 'type'],
	queue_proof: ['findings', 'queue'],
	request_key: ['act'],
	resolution: ['as'],
	saved_reply: ['language'],
	searchable: ['place'],
	staff_searchable: ['place'],
	ticket: ['lane'],
	event: ['type'],
};
/** What staff write for everybody who reads the policy or opens a ticket. */
const forEverybody: Record<string, string[]> = {
	closure_day: ['reason'],
	policy_version: ['note'],
	product: ['name'],
};

/** The canaries that stand in a text. */
const heardIn = (text: string) =>
	(Object.keys(birds) as Bird[]).filter((bird) => text.toLowerCase().includes(birds[bird]));
const strangersIn = (text: string, reader: UserName | 'visitor') =>
	heardIn(text).filter((bird) => !mayRead[reader].includes(bird));

/** A file of customers that waits to be confirmed, with a column that nobody knows. */
async function bringIn(word: string): Promise<void> {
	const bytes = new TextEncoder().encode(
		`Cliente;Persona;E-mail;Software;${word}\r\nStudio ${word};Nora ${word};nora.${word}@example.it;;\r\n`,
	);
	granted(await previewImport(desk, house.rita, { ...key(), name: `${word}.csv`, bytes }));
}

/** Whose desk it is, which every page says to everybody. */
async function putUpTheSign(word: string): Promise<void> {
	const sign = { name: `Studio ${word}`, postalAddress: `Via ${word} 1`, supportAddress: `aiuto@${word}.it` };
	granted(await changeOrganisation(desk, house.rita, { ...key(), ...sign, logo: '', basedOn: 1 }));
}

test('a canary stands in everything that people write', async () => {
	const silent = [notWritten, forEverybody].flatMap((tables) =>
		Object.entries(tables).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
	);
	expect(await columnsWithout(desk)).toEqual(silent.toSorted());
});

type Records = Record<string, (string | number)[]>;

/** Every record there is that an address can name, by what the matrix calls it. */
async function everyRecord(): Promise<Records> {
	const all = async (table: string, column = 'id') => {
		const keys = sql<{ key: string | number }>`select ${sql.ref(column)} as key from ${sql.table(table)} order by 1`;
		return (await keys.execute(desk.db)).rows.map(({ key }) => key);
	};
	const tickets = await all('ticket', 'number');
	return {
		...{ ticket: tickets, resolved: tickets, draft: await all('draft'), waiting: await all('draft_file') },
		...{ file: await all('attachment'), mail: await all('mail_out'), product: [house.product], token: ['none'] },
		...{ account: [house.paola.id], customer: [house.paola.customer] },
	};
}

/** An address with each record in turn. */
function addressesOf(at: string, records: Records): string[] {
	const names = [...at.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => records[name] ?? ['none']);
	const nth = (values: (string | number)[], index: number) => String(values[index % values.length]);
	const count = Math.max(1, ...names.map(({ length }) => length));
	return Array.from({ length: count }, (_, index) =>
		at.replaceAll(/\{(\w+)\}/g, (_, name: string) => nth(records[name] ?? ['none'], index)),
	);
}

const isForCustomers = ({ route }: { route: string }) => !/^\/(desk|admin|live)/.test(route);
const isStaffs = ({ route }: { route: string }) => /^\/(desk|admin)/.test(route);
/** Of what is behind the gate as a whole, and for whom everything is, one record of each kind is enough. */
const oneOfEach = (records: Records): Records =>
	Object.fromEntries(Object.entries(records).map(([name, keys]) => [name, keys.slice(0, 1)]));

/** Every byte of an answer. */
async function given(reader: Reader, path: string, init: RequestInit = {}): Promise<string> {
	const headers = { accept: 'text/html', ...init.headers, cookie: cookies.get(reader) ?? '' };
	const answer = await web.fetch(path, { ...init, headers });
	return [answer.status, ...[...answer.headers].flat(), await answer.text()].join('\n');
}

/** What the reader is given everywhere, and where something stands in it that they may not read. */
async function readEverything(reader: Reader): Promise<{ own: Set<Bird>; leaks: string[] }> {
	const records = await everyRecord();
	const some = reader === 'visitor' ? oneOfEach(records) : records;
	const addresses = new Set([
		...matrix.filter(isForCustomers).flatMap(({ at }) => addressesOf(at, some)),
		...matrix.filter(isStaffs).flatMap(({ at }) => addressesOf(at, oneOfEach(records))),
	]);
	const own = new Set<Bird>();
	const leaks: string[] = [];
	for (const [nth, address] of [...addresses].entries()) {
		// The data of a page is what the page was made of: of some of them is enough.
		for (const path of nth % 4 === 0 ? [address, asData(address)] : [address]) {
			const text = await given(reader, path);
			for (const bird of heardIn(text)) own.add(bird);
			for (const bird of strangersIn(text, reader)) leaks.push(`${path}: ${bird}`);
		}
	}
	return { own, leaks };
}

function asData(address: string): string {
	const [path = '', query = ''] = address.split(/(?=\?)/);
	return `${path.replace(/\/$/, '')}/__data.json${query}`;
}

/** What a form may say that takes what is others’ for its own. */
function reaching(records: Records, nth: number): URLSearchParams {
	const of = (name: string) => String(records[name]?.[nth % (records[name]?.length || 1)]);
	const told = { text: 'Buongiorno.', subject: 'Prova', description: 'Prova', lane: 'technical', score: '3' };
	const taken = { draft: of('draft'), draftTicket: of('ticket'), follows: of('ticket'), product: of('product') };
	return new URLSearchParams({ ...key(), ...told, ...taken, session: '999999', message: '0', seq: '0' });
}

test.each(readers)('%s is answered with no word that is not for them, whatever is sent', async (reader) => {
	const records = await everyRecord();
	const leaks: string[] = [];
	for (const { at, send } of matrix.filter(isForCustomers).filter(({ route }) => !route.includes('logout'))) {
		for (const [name, nth] of Object.keys(send).flatMap((name) => [0, 1, 2, 3].map((nth) => [name, nth] as const))) {
			const step = Math.floor((nth * (records.ticket?.length ?? 0)) / 4);
			const [address = ''] = addressesOf(at, shifted(records, nth === 0 ? 0 : step));
			const isAct = name === '' || name.startsWith('?/');
			const path = isAct ? address.replace(/\?.*/, '') + name : address;
			const text = await given(reader, path, { method: isAct ? 'POST' : name, body: reaching(records, step) });
			for (const bird of strangersIn(text, reader)) leaks.push(`${name} ${path}: ${bird}`);
		}
	}
	expect(leaks).toEqual([]);
});

/** The same, beginning elsewhere. */
const shifted = (records: Records, by: number): Records =>
	Object.fromEntries(
		Object.entries(records).map(([name, keys]) => [
			name,
			[...keys.slice(by % keys.length), ...keys.slice(0, by % keys.length)],
		]),
	);

test.each(readers)('then %s reads on every page, file and answer no word that is not for them', async (reader) => {
	const { own, leaks } = await readEverything(reader);
	expect(leaks).toEqual([]);
	expect([...own].filter((bird) => bird !== 'andrea').toSorted()).toEqual(
		mayRead[reader].filter((bird) => bird !== 'andrea').toSorted(),
	);
});

test('no stream says a word of anybody while everything is done', async () => {
	const tickets = (await everyRecord()).ticket ?? [];
	const paths = (reader: Reader) => [
		'/live',
		...(reader === 'chiara' ? tickets.map((number) => `/live?ticket=${number}`).slice(-9) : []),
	];
	const streams = await Promise.all(
		readers.flatMap((reader) => paths(reader).map((path) => hear(web, path, cookies.get(reader)))),
	);
	for (const user of users) await liveThrough(desk, house, house[user], user);
	await streams.find(({ status }) => status === 200)?.next('changed');
	expect(streams.map((stream) => heardIn(stream.text()))).toEqual(streams.map(() => []));
	for (const stream of streams) stream.leave();
});

test('no e-mail to a customer says a word that is not for them', async () => {
	clock.advance({ hours: 24 * 6 });
	await sendReminders(desk);
	clock.advance({ hours: 24 * 6 });
	await recordLapses(desk);
	const mails = await desk.db
		.selectFrom('mail_out')
		.innerJoin('account', 'account.id', 'mail_out.account')
		.select(['kind', 'account.id', 'mail_out.subject', 'body'])
		.where('role', '=', 'user')
		.execute();
	const found = mails.map(({ id, subject, body, kind }) => {
		const reader = users.find((user) => house[user].id === id) ?? 'visitor';
		return { kind, strangers: strangersIn(`${subject}\n${body}`, reader) };
	});
	expect(found.filter(({ strangers }) => strangers.length > 0)).toEqual([]);
	expect([...new Set(found.map(({ kind }) => kind))].toSorted()).toEqual([
		'address-change',
		'address-confirm',
		'answered',
		'hold-placed',
		'lapsed',
		'merged',
		'reminder',
		'resolved',
	]);
});
