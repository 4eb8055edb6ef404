import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { cookiesOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { db } = desk;
const { product, paola, andrea, chiara, marta } = await testHouse(desk);
const { opened, solved } = begin(desk, product);
const web = await startWeb(testing, { environment: { ATTACHMENT_MAX_BYTES: '1000', ATTACHMENTS_PER_MESSAGE: '3' } });
const canary = 'canarino-della-bozza';
const cookie = {
	paola: await signedIn(desk, paola),
	andrea: await signedIn(desk, andrea),
	chiara: await signedIn(desk, chiara),
};
const agent = await signedIn(desk, marta);

beforeEach(() => forgetTickets(desk));

type Sent = Record<string, string | File | (string | File)[]>;

function form(sent: Sent): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(sent)) for (const each of [value].flat()) data.append(name, each);
	return data;
}

const post = (path: string, sent: Sent, as: string, accept = 'text/html') =>
	web.fetch(path, { method: 'POST', body: form(sent), headers: { cookie: as, accept } });
const save = (sent: Sent, as = cookie.paola) =>
	post('/drafts', { requestKey: randomUUID(), ...sent }, as, 'application/json');
const get = (path: string, as: string, accept = 'text/html') => web.fetch(path, { headers: { cookie: as, accept } });
const file = (name: string, content = `Il contenuto di ${name}`) => new File([content], name);
const add = (draft: number, files: File | File[], as = cookie.paola) =>
	post(`/drafts/${draft}/files`, { requestKey: randomUUID(), file: files }, as, 'application/json');

const filled = (told: Sent = {}): Sent => ({
	requestKey: randomUUID(),
	product: String(product),
	lane: 'technical',
	subject: 'La poligonale',
	description: 'Non chiude.',
	...told,
});

async function begun(fields: Sent = { subject: canary }): Promise<number> {
	const { draft } = (await (await save(fields)).json()) as { draft: number };
	return draft;
}

async function withFile(name = 'rilievo.txt', content?: string) {
	const draft = await begun();
	const [stored] = (await (await add(draft, file(name, content))).json()) as { id: string }[];
	return { draft, path: `/drafts/${draft}/files/${stored?.id}` };
}

const stored = () => db.selectFrom('draft').select(['id', 'account', 'ticket', 'fields']).orderBy('id').execute();
const names = (table: 'attachment' | 'draft_file') => db.selectFrom(table).select('name').orderBy('name').execute();
const shown = (html: string) => [...html.matchAll(/name="draftFile" value="([^"]+)"/g)].map(([, id = '']) => id);
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];

test('every way to a draft is for its author alone: visitors sign in, staff and strangers find nothing', async () => {
	const { draft, path } = await withFile();
	const ways: [string, string, Sent?][] = [
		['GET', `/drafts/${draft}`],
		['GET', path],
		['DELETE', path],
		['POST', `/drafts/${draft}/files`, { file: file('x.txt') }],
		['POST', '/drafts', { draft: String(draft), draftVersion: '1', subject: 'Preso' }],
		['POST', `/drafts/${draft}/discard`, {}],
	];
	for (const [method, where, sent] of ways) {
		const ask = (as: string) =>
			web.fetch(where, {
				method,
				headers: { cookie: as, accept: 'application/json' },
				...(sent && { body: form(sent) }),
			});
		const visitor = await ask('');
		expect([where, visitor.status, visitor.headers.get('location')?.split('?')[0]]).toEqual([where, 303, '/login']);
		expect([where, (await ask(agent)).status]).toEqual([where, 404]);
		for (const stranger of [cookie.andrea, cookie.chiara]) {
			const answer = await ask(stranger);
			expect(await answer.text()).not.toContain(canary);
			// What changes nothing may say that it is done.
			const quiet = method === 'DELETE' ? 204 : 303;
			expect([where, answer.status]).toEqual([where, where.endsWith('/discard') || method === 'DELETE' ? quiet : 404]);
		}
	}
	expect((await get(path, cookie.paola)).status).toBe(200);
	expect(await stored()).toMatchObject([{ id: draft, fields: { subject: canary } }]);
});

test('a reply whose first saving was never answered does not come back as a draft once it is sent', async () => {
	const ticket = await opened(paola);
	await save({ draftTicket: String(ticket), text: 'Ecco la versione.' });
	const reply = (text: string) =>
		post(`/tickets/${ticket}?/reply`, { requestKey: randomUUID(), text }, cookie.paola).then(({ status }) => status);
	expect([await reply('Altro.'), await stored()]).toMatchObject([303, [{ ticket }]]);
	expect([await reply('Ecco la versione.'), await stored()]).toEqual([303, []]);
});

test('a draft that does not exist is answered as one of somebody else', async () => {
	const draft = await begun();
	for (const where of ['', '/files']) {
		const ask = (id: number) =>
			where ? add(id, file('x.txt'), cookie.chiara) : get(`/drafts/${id}`, cookie.chiara, 'application/json');
		const [theirs, absent] = [await ask(draft), await ask(draft + 1_000)];
		expect([theirs.status, await theirs.text()]).toEqual([absent.status, await absent.text()]);
	}
	const page = async (id: number) => {
		const html = await (await get(`/tickets/new?draft=${id}`, cookie.chiara)).text();
		return html.replaceAll(/nonce-?[=\w"+/-]+|[\da-f]{8}-[\da-f-]{27}|[\da-z]{4}-[\da-z]{4}|\d+ms|draft=\d+/g, '');
	};
	expect(await page(draft)).toContain('Questa bozza non c’è più');
	expect(await page(draft)).toBe(await page(draft + 1_000));
	expect(await page(draft)).not.toContain(canary);
});

test('the draft of somebody else in a form attaches nothing and tells nothing', async () => {
	const { draft } = await withFile('segreto.txt');
	for (const stranger of [cookie.andrea, cookie.chiara]) {
		const [theirs, absent] = await Promise.all(
			[draft, draft + 1_000].map((id) => post('/tickets/new', filled({ draft: String(id) }), stranger)),
		);
		const said = await theirs?.text();
		expect([theirs?.status, absent?.status]).toEqual([409, 409]);
		expect(said).toContain('La bozza da cui parte l’invio non c’è più');
		for (const secret of [canary, 'segreto.txt']) expect(said).not.toContain(secret);
		// What was typed is in the form, which no longer names that draft.
		expect(said).toContain('La poligonale');
		expect(hidden(said ?? '', 'draft')).toBe('');
	}
	expect(await names('attachment')).toEqual([]);
	expect(await names('draft_file')).toEqual([{ name: 'segreto.txt' }]);
});

test('a waiting file is only ever downloaded or shown, like a file of a message', async () => {
	const { path } = await withFile('pagina.html', '<!doctype html><script>alert(1)</script>');
	const { headers } = await get(path, cookie.paola);
	expect(headers.get('content-disposition')).toMatch(/^attachment; /);
	expect(headers.get('content-type')).not.toContain('html');
	expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('cache-control')).toBe('private, no-cache');
});

test.each([
	['too large', [file('grande.bin', 'x'.repeat(1_001))], 413, 'supera il limite'],
	['empty', [file('vuoto.txt', '')], 400, '«vuoto.txt» è vuoto'],
	['too many', [file('a'), file('b'), file('c'), file('d')], 400, 'al massimo 3 file'],
])('files that are %s are refused in words', async (_, files, status, says) => {
	const answer = await add(await begun(), files);
	expect(answer.status).toBe(status);
	expect(((await answer.json()) as { says: string }).says).toContain(says);
	expect(await names('draft_file')).toEqual([]);
});

test('a conflict is answered with what is stored', async () => {
	const draft = String(await begun({ subject: 'Primo' }));
	await save({ draft, draftVersion: '1', subject: 'Secondo' });
	const late = await save({ draft, draftVersion: '1', subject: 'Terzo' });
	expect(late.status).toBe(409);
	expect(await late.json()).toMatchObject({
		reason: 'draft-changed',
		stored: { version: 2, fields: { subject: 'Secondo' } },
	});
});

test('a refused form keeps its files in a draft; they are listed, one is taken out, the rest is sent', async () => {
	const refused = await post(
		'/tickets/new',
		filled({ subject: '', files: [file('a.txt'), file('b.txt')] }),
		cookie.paola,
	);
	const html = await refused.text();
	expect(refused.status).toBe(400);
	expect(html).toContain('non serve sceglierli di nuovo');
	const draft = hidden(html, 'draft') ?? '';
	const waiting = await db.selectFrom('draft_file').select(['id', 'name']).orderBy('added_at').execute();
	expect(waiting.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
	for (const { id } of waiting) expect(html).toContain(`name="takeOut" value="${id}"`);
	expect(shown(html)).toEqual(waiting.map(({ id }) => id));
	const again = { draft, draftFile: shown(html), takeOut: waiting[0]?.id ?? '' };
	const sent = await post('/tickets/new', filled({ ...again, files: [file('b.txt'), file('c.txt')] }), cookie.paola);
	expect(sent.headers.get('location')).toBe('/tickets/1?opened');
	expect(await names('attachment')).toEqual([{ name: 'b.txt' }, { name: 'c.txt' }]);
	expect(await stored()).toEqual([]);
});

test('a refused form that is sent again with the same files has each of them once', async () => {
	const files = () => [file('a.txt'), file('b.txt')];
	const sent = { ...filled({ subject: '' }), files: files() };
	await post('/tickets/new', sent, cookie.paola);
	// From the page before, by the back button; and from the page that came back.
	const html = await (await post('/tickets/new', { ...sent, files: files() }, cookie.paola)).text();
	const draft = hidden(html, 'draft') ?? '';
	await post('/tickets/new', { ...sent, draft, files: files() }, cookie.paola);
	expect(await names('draft_file')).toEqual([{ name: 'a.txt' }, { name: 'b.txt' }]);
	expect(await stored()).toHaveLength(1);
});

test('files another window has added are shown before they are sent', async () => {
	const draft = await begun();
	const [mine, theirs] = [file('mio.txt'), file('dal-telefono.jpg')];
	const [first] = (await (await add(draft, mine)).json()) as { id: string }[];
	await add(draft, theirs);
	const form = (draftFile: string[]) => filled({ draft: String(draft), draftVersion: '1', draftFile });
	const asked = await post('/tickets/new', form([first?.id ?? '']), cookie.paola);
	const html = await asked.text();
	expect(asked.status).toBe(409);
	expect(html).toContain('si è aggiunto «dal-telefono.jpg»');
	expect(shown(html)).toHaveLength(2);
	expect(await names('attachment')).toEqual([]);
	expect((await post('/tickets/new', form(shown(html)), cookie.paola)).status).toBe(303);
	expect(await names('attachment')).toEqual([{ name: 'dal-telefono.jpg' }, { name: 'mio.txt' }]);
});

test('an empty reply that is refused does not speak of anything lost; a written one does', async () => {
	const ticket = await opened(paola);
	const reply = async (told: Sent) =>
		(await post(`/tickets/${ticket}?/reply`, { requestKey: randomUUID(), ...told }, cookie.paola)).text();
	const empty = await reply({ text: '' });
	expect(empty).toContain('non aveva né un testo né un file');
	expect(empty).not.toContain('è andato perso');
	expect(await reply({ text: 'x'.repeat(20_001) })).toContain('è andato perso');
});

test('one file that is too large is refused by name, and the others need not be chosen again', async () => {
	const files = [file('a.txt'), file('grande.bin', 'x'.repeat(1_001)), file('b.txt')];
	const answer = await post('/tickets/new', filled({ files }), cookie.paola);
	expect(answer.status).toBe(413);
	expect(await answer.text()).toContain('«grande.bin»');
	expect(await names('draft_file')).toEqual([{ name: 'a.txt' }, { name: 'b.txt' }]);
});

test('without scripts a draft is saved by its button, and saving over another window’s text is asked about first', async () => {
	const ticket = await opened(paola);
	const reply = (told: Sent) =>
		post(`/tickets/${ticket}?/reply`, { requestKey: randomUUID(), keepDraft: '1', ...told }, cookie.paola);
	const saved = await reply({ text: 'Primo.', files: file('a.txt') });
	expect([saved.status, saved.headers.get('location')]).toEqual([303, `/tickets/${ticket}#reply`]);
	const html = await (await get(`/tickets/${ticket}`, cookie.paola)).text();
	for (const said of ['Primo.', 'a.txt', 'Bozza salvata']) expect(html).toContain(said);
	const [draft, version] = [hidden(html, 'draft') ?? '', hidden(html, 'draftVersion') ?? ''];
	await save({ draft, draftVersion: version, text: 'Da un’altra finestra.' });

	const asked = await reply({ text: 'Il mio.', draft, draftVersion: version });
	const question = await asked.text();
	expect(asked.status).toBe(409);
	for (const said of ['Il mio.', 'Da un’altra finestra.', 'sostituirà quello salvato altrove'])
		expect(question).toContain(said);
	expect(await stored()).toMatchObject([{ fields: { text: 'Da un’altra finestra.' } }]);
	await reply({ text: 'Il mio.', draft, draftVersion: hidden(question, 'draftVersion') ?? '' });
	expect(await stored()).toMatchObject([{ fields: { text: 'Il mio.' } }]);
	expect(await names('draft_file')).toEqual([{ name: 'a.txt' }]);
});

test('without scripts, sending over another window’s text is asked about first', async () => {
	const ticket = await opened(paola);
	const reply = (told: Sent) => post(`/tickets/${ticket}?/reply`, { requestKey: randomUUID(), ...told }, cookie.paola);
	const draft = String(await begun({ draftTicket: String(ticket), text: 'Primo.' }));
	await save({ draft, draftVersion: '1', text: 'Da un’altra finestra.' });
	const asked = await reply({ text: 'Il mio.', draft, draftVersion: '1' });
	const question = await asked.text();
	expect(asked.status).toBe(409);
	for (const said of ['Il mio.', 'Da un’altra finestra.', 'sostituirà quello salvato altrove'])
		expect(question).toContain(said);
	const sent = await reply({ text: 'Il mio.', draft, draftVersion: hidden(question, 'draftVersion') ?? '' });
	expect([sent.status, await stored()]).toEqual([303, []]);
});

test('answers and text that are too long together for the ticket that follows are all there, and it is said by how much', async () => {
	const ticket = await solved(paola, marta);
	await save({ draftTicket: String(ticket), text: 'x'.repeat(20_000), other: 'y'.repeat(3_000) });
	const html = await (await get(`/tickets/${ticket}`, cookie.paola)).text();
	expect(html).toMatch(/Il testo, risposte comprese, supera di 30\d\d i 20\.000 caratteri/);
	for (const whole of ['x'.repeat(20_000), 'y'.repeat(3_000)]) expect(html).toContain(whole);
});

test('drafts that wait are listed to their author, who throws one away', async () => {
	const draft = await begun();
	expect(await (await get('/tickets/new', cookie.paola)).text()).toContain(canary);
	expect(await (await get('/tickets/new', cookie.andrea)).text()).not.toContain(canary);
	const answer = await post(`/drafts/${draft}/discard?next=/tickets/new`, {}, cookie.paola);
	expect(answer.headers.get('location')).toBe('/tickets/new');
	expect(await stored()).toEqual([]);
	expect((await post('/drafts/1/discard?next=//elsewhere.example', {}, cookie.paola)).headers.get('location')).toBe(
		'/',
	);
});

async function endedSession(hoursAgo = 1): Promise<string> {
	const ended = await signedIn(desk, paola);
	const idle = { hours: 30 * 24 + hoursAgo };
	const now = await clock.now(db);
	const newest = db.selectFrom('session').select(({ fn }) => fn.max('id').as('id'));
	await db
		.updateTable('session')
		.set({ seen_at: now.subtract(idle) })
		.where('id', '=', newest)
		.execute();
	return ended;
}

const nextOf = (location: string) => new URLSearchParams(location.replace('/login', '')).get('next');
const signInAgain = async (location: string) => {
	const answer = await post(location, { name: 'paola', password: 'cavallo-batteria' }, '');
	return get(answer.headers.get('location') ?? '', cookiesOf(answer));
};

test('a request sent with a session that had just ended is a draft, on which one lands after signing in', async () => {
	const sent = filled({ description: canary, files: file('a.txt') });
	const answer = await post('/tickets/new', sent, await endedSession());
	const [draft] = await stored();
	expect(draft).toMatchObject({ account: paola.id, ticket: null, fields: { description: canary } });
	const location = answer.headers.get('location') ?? '';
	expect([answer.status, nextOf(location)]).toEqual([303, `/tickets/new?draft=${draft?.id}&kept=whole#done`]);
	const html = await (await signInAgain(location)).text();
	for (const said of [canary, 'a.txt', 'La sessione era terminata']) expect(html).toContain(said);
});

test('of its files as many are kept as can be, and it is said that some are missing', async () => {
	const files = [file('a.txt'), file('vuoto.txt', ''), file('grande.bin', 'x'.repeat(1_001)), file('b.txt')];
	const ended = await endedSession();
	const draft = String(await begun());
	for (const name of ['1', '2']) await add(Number(draft), file(name));
	const sent = filled({ draft, draftVersion: '1', description: canary, files });
	const html = await (
		await signInAgain((await post('/tickets/new', sent, ended)).headers.get('location') ?? '')
	).text();
	expect(await names('draft_file')).toEqual([{ name: '1' }, { name: '2' }, { name: 'a.txt' }]);
	for (const said of [canary, 'Non tutti i file sono arrivati']) expect(html).toContain(said);
});

test('whoever has twenty drafts already finds the one sent late as well, and no other was thrown away for it', async () => {
	const before = Array.from({ length: 20 }, (_, nth) => begun({ subject: `Bozza ${nth}` }));
	await Promise.all(before);
	const answer = await post('/tickets/new', filled({ description: canary }), await endedSession());
	expect(await stored()).toHaveLength(21);
	expect(await (await signInAgain(answer.headers.get('location') ?? '')).text()).toContain(canary);
});

test('what cannot be kept is said after signing in, with what can be done', async () => {
	const sent = filled({ description: 'x'.repeat(100_001) });
	const answer = await post('/tickets/new', sent, await endedSession());
	expect(await stored()).toEqual([]);
	const html = await (await signInAgain(answer.headers.get('location') ?? '')).text();
	expect(html).toContain('più lungo di quanto una bozza possa contenere');
});

test('so is a reply; where another was begun meanwhile, both texts are there', async () => {
	const ticket = await opened(paola);
	await save({ draftTicket: String(ticket), text: 'Cominciato altrove.' });
	const sent = { requestKey: randomUUID(), text: canary };
	const answer = await post(`/tickets/${ticket}?/reply`, sent, await endedSession());
	expect(await stored()).toMatchObject([{ ticket, fields: { text: `Cominciato altrove.\n\n${canary}` } }]);
	const location = answer.headers.get('location') ?? '';
	expect(nextOf(location)).toBe(`/tickets/${ticket}?kept=whole#done`);
	const html = await (await signInAgain(location)).text();
	for (const said of [canary, 'non è ancora stato inviato nulla']) expect(html).toContain(said);
});

test('nothing is kept for a token that never was, one signed out of, one long over, or of somebody disabled', async () => {
	const out = await endedSession();
	await web.fetch('/logout', { method: 'POST', headers: { cookie: out } });
	const disabled = await endedSession();
	const asked = async (as: string) => {
		const answer = await post('/tickets/new', filled(), as);
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login?next=%2Ftickets%2Fnew']);
	};
	await asked(`sportello=${'x'.repeat(43)}`);
	await asked(out);
	await asked(await endedSession(7 * 24 + 1));
	await db
		.updateTable('account')
		.set({ disabled_at: await clock.now(db) })
		.where('id', '=', paola.id)
		.execute();
	await asked(disabled);
	await db.updateTable('account').set({ disabled_at: null }).where('id', '=', paola.id).execute();
	expect(await stored()).toEqual([]);
});
