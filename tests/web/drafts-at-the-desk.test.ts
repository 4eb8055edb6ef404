import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
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
	expect(await (await ask('GET', `/desk/drafts?ticket=${ticket}&note`, cookie.marta)).json()).toBeNull();
});

test('reply and note come back each into its own form, and neither is on the page of anybody else', async () => {
	const ticket = await inHand(paola, marta);
	await save(ticket);
	await save(ticket, { draftNote: '1', text: 'Solo tra noi.' });
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
