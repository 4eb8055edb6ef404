import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, testHouse } from '../support/house.ts';
import { type Answer, type Asker, askers, type Body, matrix, type Row, type Sent } from '../support/matrix.ts';
import { marks, noneOfThem, oneOfEach } from '../support/one-of-each.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const web = await startWeb(testing);
const { product, paola, chiara, tommaso, marta, giulia } = await testHouse(desk);
const rita = await giveStaff(desk, 'rita', 'administrator');
const people = {
	...{ stranger: paola, unsighted: tommaso, owner: chiara },
	...{ agent: marta, supervisor: giulia, administrator: rita },
};
const records = await oneOfEach(desk, product, people);
const absent = noneOfThem(records);

/** What must stand in no byte that somebody is given. */
const unseen: Record<Asker, RegExp> = {
	visitor: new RegExp(`${marks.ticket}|${marks.note}|${marks.draft}|Chiara|Arcadia`, 'i'),
	stranger: new RegExp(`${marks.ticket}|${marks.note}|${marks.draft}|Chiara|Arcadia`, 'i'),
	unsighted: new RegExp(`${marks.ticket}|${marks.note}|${marks.draft}|Chiara`, 'i'),
	...{ agent: new RegExp(marks.draft, 'i'), supervisor: new RegExp(marks.draft, 'i') },
	administrator: new RegExp(marks.draft, 'i'),
	owner: new RegExp(marks.note, 'i'),
};

const folder = join(import.meta.dirname, '../../src/routes');
const files = globSync('**/+{page.svelte,page.ts,page.server.ts,server.ts}', { cwd: folder });
const routes = [...new Set(files.map((file) => join('/', dirname(file))))];

const fill = (text: string, given: typeof records) =>
	text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? `no ${name}`));

type Asked = { method: string; path: string; body: Body | undefined };
type Given = { status: number; location: string; body: string };

async function ask(asker: Asker, { method, path, body }: Asked): Promise<Given> {
	const cookie = asker === 'visitor' ? '' : await signedIn(desk, people[asker]);
	const sent = new URLSearchParams(body?.form);
	const headers = { cookie, accept: 'text/html' };
	const answer = await web.fetch(path, { method, headers, ...(method !== 'GET' && { body: sent }) });
	const { status } = answer;
	const location = answer.headers.get('location') ?? '';
	if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) {
		return { status, location, body: await answer.text() };
	}
	// It would go on for as long as the page is open.
	await answer.body?.cancel();
	return { status, location, body: '' };
}

/** A body without what is new in every answer, and without the address that was asked for. */
function bare(body: string, { path }: Asked): string {
	const pathname = path.replace(/\?.*/, '');
	return [path, pathname]
		.reduce((text, address) => text.replaceAll(`"${address.replaceAll('&', '&amp;')}"`, '{here}'), body)
		.replaceAll(/nonce="[^"]+"|sveltekit_\w+|[0-9a-z]{4}-[0-9a-z]{4}/g, '');
}

/** What was answered, in the matrix's words; what is not there and what is not theirs must be one page. */
async function answered(asker: Asker, asked: Asked, elsewhere: Asked): Promise<Answer> {
	const given = await ask(asker, asked);
	for (const part of [given.body, given.location]) expect(part).not.toMatch(unseen[asker]);
	if (given.location.startsWith('/login?next=')) return 'sign-in';
	if (given.location) return `to ${given.location}`;
	if (given.status !== 404) return given.status;
	const nowhere = await ask(asker, elsewhere);
	return nowhere.status === 404 && bare(given.body, asked) === bare(nowhere.body, elsewhere) ? 'nothing' : 404;
}

const answersOf = (sent: Sent) => ('answers' in sent ? sent.answers : sent);
const bodyOf = (sent: Sent, given: typeof records): Body | undefined => {
	if (!('body' in sent)) return undefined;
	return JSON.parse(fill(JSON.stringify(sent.body), given)) as Body;
};

/** An act of a page is named in its address, that of an endpoint by its method. */
function asking({ at }: Row, name: string, sent: Sent | undefined, given: typeof records): Asked {
	const path = fill(at, given);
	const isAct = name === '' || name.startsWith('?/');
	const body = sent && bodyOf(sent, given);
	return isAct ? { method: 'POST', path: path.replace(/\?.*/, '') + name, body } : { method: name, path, body };
}

/** Where nothing is, for what names no record: an address of as many parts. */
const nowhereLike = (asked: Asked) => ({ ...asked, path: asked.path.replace(/^\/[^/?]*/, '/nothing') });

/** All that is the owner's, and what the desk did with it, as one text. */
async function kept(): Promise<string> {
	const tables = ['ticket', 'message', 'attachment', 'draft', 'draft_file', 'ticket_read', 'satisfaction', 'queue_log'];
	const rows = tables.map(
		(table) => sql`(select coalesce(string_agg(t::text, ' ' order by t::text), '') from ${sql.table(table)} t)`,
	);
	const { rows: read } = await sql<{ text: string }>`select concat_ws('|', ${sql.join(rows)}) as text`.execute(desk.db);
	return read[0]?.text ?? '';
}

/** Asks as each in turn. Up to the owner's own turn nothing of theirs may have changed. */
async function rowOf(row: Row, name: string, sent?: Sent): Promise<Record<Asker, Answer>> {
	const found = new Map<Asker, Answer>();
	const [asked, other] = [asking(row, name, sent, records), asking(row, name, sent, absent)];
	const namesRecord = asked.path !== other.path || JSON.stringify(asked.body) !== JSON.stringify(other.body);
	const before = await kept();
	for (const asker of askers) {
		if (asker === 'owner') expect(await kept()).toBe(before);
		found.set(asker, await answered(asker, asked, namesRecord ? other : nowhereLike(asked)));
	}
	return Object.fromEntries(found) as Record<Asker, Answer>;
}

const filled = (answers: Record<Asker, Answer>) =>
	Object.fromEntries(
		Object.entries(answers).map(([asker, answer]) => [
			asker,
			typeof answer === 'string' ? fill(answer, records) : answer,
		]),
	);

/** The acts and methods of a route, as its files have them. */
async function entrancesOf(route: string): Promise<string[]> {
	const here = (file: string) => files.includes(join(route, file).slice(1));
	const load = async (file: string) => (await import(join(folder, route, file))) as Record<string, object | undefined>;
	const methods = here('+server.ts') ? Object.keys(await load('+server.ts')).filter((name) => name !== 'GET') : [];
	const { actions = {} } = here('+page.server.ts') ? await load('+page.server.ts') : {};
	return [...methods, ...Object.keys(actions).map((name) => (name === 'default' ? '' : `?/${name}`))].toSorted();
}

test.each(routes)('the matrix speaks of all there is at %s', async (route) => {
	const rows = matrix.filter((row) => row.route === route);
	expect(rows).not.toEqual([]);
	const said = new Set(rows.flatMap(({ send }) => Object.keys(send)));
	expect([...said].toSorted()).toEqual(await entrancesOf(route));
});

test('the matrix speaks of no route that there is not', () => {
	expect(matrix.map(({ route }) => route).filter((route) => !routes.includes(route))).toEqual([]);
});

describe.each(matrix)('$at', (row) => {
	afterEach(() => desk.db.deleteFrom('session').execute());

	test('is read by whoever may, and by nobody else', async () => {
		expect(await rowOf(row, 'GET')).toEqual(filled(row.get));
		if (!row.shows) return;
		const { body } = await ask('owner', asking(row, 'GET', undefined, records));
		expect(body).toContain(marks[row.shows]);
	});

	test('gives as data no more than as a page', async () => {
		const [path = '', query = ''] = fill(row.at, records).split(/(?=\?)/);
		const data = { method: 'GET', path: `${path.replace(/\/$/, '')}/__data.json${query}`, body: undefined };
		for (const asker of askers) {
			const { body } = await ask(asker, data);
			expect(body).not.toMatch(unseen[asker]);
		}
	});

	for (const [name, sent] of Object.entries(row.send)) {
		test(`takes ${name || 'its form'} from whoever may send it, and from nobody else`, async () => {
			expect(await rowOf(row, name, sent)).toEqual(filled(answersOf(sent)));
		});
	}
});
