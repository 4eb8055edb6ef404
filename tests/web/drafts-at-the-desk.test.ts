import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { cookiesOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, marta, davide } = await testHouse(desk);
const { inHand } = begin(desk, product);
const web = await startWeb(testing);
const cookie = {
	marta: await signedIn(desk, marta),
	davide: await signedIn(desk, davide),
	paola: await signedIn(desk, paola),
};
const canary = 'canarino-della-bozza';

beforeEach(() => forgetTickets(desk));

type Sent = Record<string, string | File>;
type Method = 'GET' | 'POST' | 'DELETE';

function ask(method: Method, path: string, as: string, sent?: Sent, accept = 'application/json'): Promise<Response> {
	const body = new FormData();
	for (const [name, value] of Object.entries(sent ?? {})) body.append(name, value);
	return web.fetch(path, { method, headers: { cookie: as, accept }, ...(sent && { body }) });
}
const save = async (ticket: number, more: Sent = {}) => {
	const sent = { requestKey: randomUUID(), draftTicket: String(ticket), text: canary, ...more };
	return (await (await ask('POST', '/desk/drafts', cookie.marta, sent)).json()) as { draft: number };
};

test('every way to a draft of the desk is for the agent who writes it', async () => {
	const ticket = await inHand(paola, marta);
	const { draft } = await save(ticket);
	const file = new File(['Il contenuto'], 'schermata.txt');
	const added = await ask('POST', `/desk/drafts/${draft}/files`, cookie.marta, { requestKey: randomUUID(), file });
	const [{ id } = { id: '' }] = (await added.json()) as { id: string }[];
	const ways: [Method, string, Sent?][] = [
		['GET', `/desk/drafts/${draft}`],
		['GET', `/desk/drafts/${draft}/files/${id}`],
		['POST', `/desk/drafts/${draft}/files`, { file }],
		['POST', '/desk/drafts', { draft: String(draft), draftVersion: '1', text: 'Preso' }],
		['DELETE', `/desk/drafts/${draft}/files/${id}`],
	];
	for (const [method, path, sent] of ways) {
		expect([path, (await ask(method, path, '', sent)).status]).toEqual([path, 303]);
		for (const other of [cookie.davide, cookie.paola]) {
			const answer = await ask(method, path, other, sent);
			// What changes nothing may say that it is done.
			expect([path, [204, 404].includes(answer.status)]).toEqual([path, true]);
			expect(await answer.text()).not.toContain(canary);
		}
	}
	expect((await ask('GET', `/desk/drafts/${draft}/files/${id}`, cookie.marta)).status).toBe(200);
	expect(await (await ask('GET', `/desk/drafts?ticket=${ticket}`, cookie.marta)).json()).toMatchObject({ id: draft });
	expect(await (await ask('GET', `/desk/drafts?ticket=${ticket}&act=note`, cookie.marta)).json()).toBeNull();
});

test('reply and note come back each into its own form, and neither is on the page of anybody else', async () => {
	const ticket = await inHand(paola, marta);
	await save(ticket);
	await save(ticket, { draftAct: 'note', text: 'Solo tra noi.' });
	const page = async (as: string, path: string) => (await ask('GET', path, as, undefined, 'text/html')).text();
	const mine = await page(cookie.marta, `/desk/tickets/${ticket}`);
	const texts = (id: string) => new RegExp(`id="${id}"[^>]*>([^<]*)</textarea>`).exec(mine)?.[1];
	expect([texts('reply-text'), texts('note-text')]).toEqual([canary, 'Solo tra noi.']);
	for (const html of [
		await page(cookie.davide, `/desk/tickets/${ticket}`),
		await page(cookie.paola, `/tickets/${ticket}`),
	]) {
		expect(html).toContain('La poligonale non chiude');
		expect(html).not.toMatch(/canarino|Solo tra noi/);
	}
});

test('without scripts the files of a reply that comes back wait with it, and go when it is sent again', async () => {
	const ticket = await inHand(paola, marta);
	const first = await ask('GET', `/desk/tickets/${ticket}`, cookie.marta, undefined, 'text/html');
	const seen = /name="seen" value="([^"]*)"/.exec(await first.text())?.[1] ?? '';
	await ask(
		'POST',
		`/tickets/${ticket}?/reply`,
		cookie.paola,
		{ requestKey: randomUUID(), text: 'Aggiungo.' },
		'text/html',
	);
	const reply = { requestKey: randomUUID(), text: 'Ecco il file.', seen };
	const files = new File(['Il contenuto'], 'modello.txt');
	const back = await ask('POST', `/desk/tickets/${ticket}?/reply`, cookie.marta, { ...reply, files }, 'text/html');
	const html = await back.text();
	expect([back.status, html.includes('modello.txt')]).toEqual([409, true]);
	const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
	const draft = { draft: field('draft'), draftVersion: field('draftVersion'), draftFile: field('draftFile') };
	const again = { ...reply, ...draft, seen: field('seen') };
	expect((await ask('POST', `/desk/tickets/${ticket}?/reply`, cookie.marta, again, 'text/html')).status).toBe(303);
	const attached = await desk.db.selectFrom('attachment').select('name').execute();
	expect(attached).toEqual([{ name: 'modello.txt' }]);
	expect(await desk.db.selectFrom('draft').select('id').execute()).toEqual([]);
});

const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
const partOf = (html: string, act: string) =>
	new RegExp(`<details class="fold act ${act}.*?</form>`, 's').exec(html)?.[0] ?? '';
const file = (name: string) => new File([`Il contenuto di ${name}`], name);
const act = (ticket: number, name: string, sent: Sent, as = cookie.marta) =>
	ask('POST', `/desk/tickets/${ticket}?/${name}`, as, { requestKey: randomUUID(), ...sent }, 'text/html');
const drafts = () => desk.db.selectFrom('draft').select(['act', 'fields']).orderBy('id').execute();
const attached = () => desk.db.selectFrom('attachment').select('name').orderBy('name').execute();

test.each(['await', 'resolve'])(
	'what was written and chosen for %s comes back with it, and goes when it is sent again',
	async (name) => {
		const ticket = await inHand(paola, marta);
		const { draft } = await save(ticket, { text: 'Un’altra cosa.' });
		const other = { requestKey: randomUUID(), file: file('di-altro.txt') };
		await ask('POST', `/desk/drafts/${draft}/files`, cookie.marta, other);
		const said = { text: 'La {{versione}} non basta.', missing: 'product-version' };
		const back = await act(ticket, name, { ...said, files: file('modello.txt') });
		const form = partOf(await back.text(), name);
		expect([back.status, form.includes('modello.txt'), form.includes('di-altro.txt')]).toEqual([409, true, false]);
		expect(form).toContain('La {{versione}} non basta.</textarea>');

		const kept = { draft: field(form, 'draft'), draftVersion: field(form, 'draftVersion') };
		const first = field(form, 'draftFile');
		const second = await act(ticket, name, { ...said, ...kept, draftFile: first, files: file('b.txt') });
		const again = partOf(await second.text(), name);
		const shown = [...again.matchAll(/name="draftFile" value="([^"]+)"/g)].map(([, id = '']) => id);
		expect(shown).toHaveLength(2);
		const body = new FormData();
		for (const [of, value] of Object.entries({ requestKey: randomUUID(), ...said, ...kept, text: 'Non basta.' }))
			body.append(of, value);
		for (const id of shown) body.append('draftFile', id);
		body.append('takeOut', first);
		const headers = { cookie: cookie.marta, accept: 'text/html' };
		const sent = await web.fetch(`/desk/tickets/${ticket}?/${name}`, { method: 'POST', headers, body });
		expect(sent.status).toBe(303);
		expect(await attached()).toEqual([{ name: 'b.txt' }]);
		// The reply that was begun is as it was, and its file beside it.
		expect(await drafts()).toEqual([{ act: 'reply', fields: { text: 'Un’altra cosa.' } }]);
		expect(await desk.db.selectFrom('draft_file').select('name').execute()).toEqual([{ name: 'di-altro.txt' }]);
	},
);

test('a request for information is found as it was left: its text, what was ticked, the saved replies it is made of', async () => {
	const ticket = await inHand(paola, marta);
	await save(ticket, { text: 'Prima questo.' });
	clock.advance({ minutes: 1 });
	await save(ticket, { draftAct: 'await', text: 'Quale versione usa?', missing: 'product-version', savedReplies: '7' });
	const html = await (await ask('GET', `/desk/tickets/${ticket}`, cookie.marta, undefined, 'text/html')).text();
	const form = partOf(html, 'await');
	expect(form).toContain('Quale versione usa?</textarea>');
	expect(form).toContain('Qui c’è una Sua bozza');
	expect(form).toMatch(/value="product-version"[^>]* checked/);
	expect(form).not.toMatch(/value="tools"[^>]* checked/);
	expect(form).toContain('name="savedReplies" value="7"');
	// The one that was written last is open, and no other.
	expect([...html.matchAll(/<details class="fold act (\S+)[^>]* open/g)].map(([, name]) => name)).toEqual(['await']);
});

test('what cannot be sent now is still there to read, with its files, and is discarded by whoever wrote it alone', async () => {
	const ticket = await inHand(paola, marta);
	const { draft } = await save(ticket, { draftAct: 'resolve', text: 'Basta compensare due volte.' });
	const waiting = { requestKey: randomUUID(), file: file('come.txt') };
	await ask('POST', `/desk/drafts/${draft}/files`, cookie.marta, waiting);
	expect((await act(ticket, 'put-back', {})).status).toBe(303);
	const pageOf = async (as: string) => (await ask('GET', `/desk/tickets/${ticket}`, as, undefined, 'text/html')).text();
	const page = await pageOf(cookie.marta);
	for (const said of ['Bozza non inviata: Risolvi', 'Basta compensare due volte.</p>', 'come.txt'])
		expect(page).toContain(said);
	expect(await pageOf(cookie.davide)).not.toContain('Basta compensare');
	await act(ticket, 'discard', { draft: String(draft) }, cookie.davide);
	expect(await drafts()).toHaveLength(1);
	expect((await act(ticket, 'discard', { draft: String(draft) })).status).toBe(303);
	expect([await drafts(), (await pageOf(cookie.marta)).includes('Bozza non inviata')]).toEqual([[], false]);
});

test('a form that names the draft of another ticket puts its files into none of that', async () => {
	const [theirs, ticket] = [await inHand(paola, davide), await inHand(paola, marta)];
	const { draft } = await save(theirs, { draftAct: 'note', text: 'Altrove.' });
	const elsewhere = await save(theirs, { text: 'Anche altrove.' });
	const sent = { text: '{{versione}}', draft: String(elsewhere.draft), files: file('modello.txt') };
	expect((await act(ticket, 'resolve', sent)).status).toBe(409);
	const files = desk.db.selectFrom('draft_file').innerJoin('draft', 'draft.id', 'draft').select(['ticket', 'name']);
	expect(await files.execute()).toEqual([{ ticket, name: 'modello.txt' }]);
	expect((await act(ticket, 'note', { text: 'Ecco.', draft: String(draft) })).status).toBe(409);
});

test('the file of a colleague’s draft goes with nobody’s message', async () => {
	const theirs = await inHand(paola, davide);
	const back = await act(theirs, 'resolve', { text: '{{versione}}', files: file('segreto.txt') }, cookie.davide);
	const form = partOf(await back.text(), 'resolve');
	const mine = await inHand(paola, marta);
	const kept = { draft: field(form, 'draft'), draftFile: field(form, 'draftFile') };
	const answer = await act(mine, 'resolve', { text: 'Ecco.', ...kept });
	expect([answer.status, (await answer.text()).includes('segreto')]).toEqual([409, false]);
	expect(await attached()).toEqual([]);
});

async function ended(): Promise<string> {
	const late = await signedIn(desk, marta);
	const newest = desk.db.selectFrom('session').select(({ fn }) => fn.max('id').as('id'));
	const now = await desk.clock.now(desk.db);
	const over = { expires_at: now.subtract({ hours: 1 }) };
	await desk.db.updateTable('session').set(over).where('id', '=', newest).execute();
	return late;
}
async function signInAgain(location: string): Promise<string> {
	const body = new FormData();
	for (const [name, value] of Object.entries({ name: 'marta', password: 'cavallo-batteria' })) body.append(name, value);
	const answer = await web.fetch(location, { method: 'POST', body, headers: { accept: 'text/html' } });
	return (await ask('GET', answer.headers.get('location') ?? '', cookiesOf(answer), undefined, 'text/html')).text();
}
const nextOf = (answer: Response) => new URL(answer.headers.get('location') ?? '', web.origin).searchParams.get('next');

test('what was sent with a session that had ended is found on the ticket after signing in, and was not sent', async () => {
	const ticket = await inHand(paola, marta);
	const reply = await act(ticket, 'reply', { text: 'Provi così.', files: file('a.txt') }, await ended());
	expect(nextOf(reply)).toBe(`/desk/tickets/${ticket}?kept=whole#act-reply`);
	const note = await act(ticket, 'note', { text: 'Tra noi.' }, await ended());
	expect(nextOf(note)).toBe(`/desk/tickets/${ticket}?kept=whole#act-note`);
	const page = await signInAgain(note.headers.get('location') ?? '');
	for (const said of ['La sessione era terminata', 'Provi così.</textarea>', 'Tra noi.</textarea>', 'a.txt']) {
		expect(page).toContain(said);
	}
	// Each where it was written, and of one that was begun already both texts.
	await act(ticket, 'reply', { text: 'O così.' }, await ended());
	await act(ticket, 'await', { text: 'Che cosa manca?', missing: 'tools' }, await ended());
	expect(await drafts()).toEqual([
		{ act: 'reply', fields: { text: 'Provi così.\n\nO così.' } },
		{ act: 'note', fields: { text: 'Tra noi.' } },
		{ act: 'await', fields: { text: 'Che cosa manca?', missing: 'tools' } },
	]);
	expect(await desk.db.selectFrom('message').select('id').where('side', '=', 'support').execute()).toEqual([]);
	expect(await desk.db.selectFrom('note').select('id').execute()).toEqual([]);
});

test('who has the ticket no more finds it there all the same, files included; put back or handed over nothing is kept', async () => {
	const ticket = await inHand(paola, davide);
	const reply = await act(ticket, 'reply', { text: 'Provi così.', files: file('a.txt') }, await ended());
	expect(nextOf(reply)).toBe(`/desk/tickets/${ticket}?kept=whole#act-reply`);
	const page = await signInAgain(reply.headers.get('location') ?? '');
	for (const said of ['Bozza non inviata: Rispondi', 'Provi così.</p>', 'a.txt', 'id="act-reply"'])
		expect(page).toContain(said);
	expect(nextOf(await act(ticket, 'put-back', { text: 'No.' }, await ended()))).toBe(`/desk/tickets/${ticket}`);
	expect(await drafts()).toEqual([{ act: 'reply', fields: { text: 'Provi così.' } }]);
});

test('a reply whose page never heard that it was saved, sent twice, is written once and accepted both times', async () => {
	const ticket = await inHand(paola, marta);
	await save(ticket);
	const sent = { requestKey: randomUUID(), text: canary };
	for (const time of ['first', 'again']) {
		const { status } = await ask('POST', `/desk/tickets/${ticket}?/reply`, cookie.marta, sent, 'text/html');
		expect([time, status]).toEqual([time, 303]);
	}
	const said = desk.db.selectFrom('message').select('id').where('ticket', '=', ticket).where('side', '=', 'support');
	expect(await said.execute()).toHaveLength(1);
});
