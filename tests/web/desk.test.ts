import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { signedIn } from '../support/accounts.ts';
import { post } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, granted, on, saying, standingOf, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const { opened, inHand, underEvaluation } = begin(desk, product);
const web = await startWeb(testing);
const cookies = {
	paola: await signedIn(desk, paola),
	marta: await signedIn(desk, marta),
	davide: await signedIn(desk, davide),
	giulia: await signedIn(desk, giulia),
};
type Who = keyof typeof cookies;

beforeEach(() => forgetTickets(desk));

const read = (who: Who, path: string) => web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } });
const act = (who: Who, path: string, fields: Record<string, string> = {}) =>
	post(web, path, { requestKey: randomUUID(), ...fields }, { cookie: cookies[who] });

test('taking leads to the ticket; the same form sent twice takes one', async () => {
	const [first] = [await opened(paola), await opened(paola)];
	const requestKey = randomUUID();
	for (const _ of ['once', 'twice']) {
		const answer = await act('marta', '/desk?/take', { requestKey });
		expect([answer.status, answer.headers.get('location')]).toEqual([303, `/desk/tickets/${first}`]);
	}
});

test('who has a ticket in hand is told which, with the way to it', async () => {
	const ticket = await inHand(paola, marta);
	const answer = await act('marta', '/desk?/take');
	const html = await answer.text();
	expect(answer.status).toBe(409);
	expect(html).toContain('Non è stato preso nessun ticket.');
	expect(html).toContain(`href="/desk/tickets/${ticket}">Apri il ticket ${ticket}</a>`);
});

test('an empty queue says so', async () => {
	expect(await (await act('marta', '/desk?/take')).text()).toContain('La coda è vuota');
});

test.each(['reply', 'evaluate', 'resolve'])(
	'%s by who only reads is refused in words, and the text stays',
	async (name) => {
		const ticket = await inHand(paola, marta);
		const answer = await act('davide', `/desk/tickets/${ticket}?/${name}`, { text: 'Scritto con cura' });
		const html = await answer.text();
		expect(answer.status).toBe(409);
		expect(html).toContain('solo chi lo ha in lavorazione può farlo');
		expect(html).toContain('Scritto con cura</textarea>');
	},
);

test('a reply to a ticket its customer has closed meanwhile is refused for the agent’s ears, and the text stays', async () => {
	const ticket = await inHand(paola, marta);
	granted(await closeTicket(desk, paola, on(ticket)));
	const answer = await act('marta', `/desk/tickets/${ticket}?/reply`, { text: 'Scritto con cura' });
	const html = await answer.text();
	expect(answer.status).toBe(409);
	expect(html).toContain('il cliente può aprire un ticket collegato');
	expect(html).toContain('Scritto con cura</textarea>');
});

test('a request for information without a ticked item comes back with its message', async () => {
	const ticket = await inHand(paola, marta);
	const answer = await act('marta', `/desk/tickets/${ticket}?/await`, { text: 'Ci mandi il file' });
	const html = await answer.text();
	expect(answer.status).toBe(400);
	expect(html).toContain('Indichi almeno una cosa che manca.');
	expect(html).toContain('Ci mandi il file</textarea>');
});

test('a supervisor puts back what a colleague has in hand or evaluates, an agent does not', async () => {
	for (const begun of [inHand, underEvaluation]) {
		await forgetTickets(desk);
		const ticket = await begun(paola, marta);
		expect((await act('davide', `/desk/tickets/${ticket}?/put-back`)).status).toBe(409);
		expect(await (await read('giulia', `/desk/tickets/${ticket}`)).text()).toContain(
			'Rimetti in coda il ticket di Marta',
		);
		expect((await act('giulia', `/desk/tickets/${ticket}?/put-back`)).status).toBe(303);
		expect(await standingOf(desk, giulia, ticket)).toEqual({ state: 'queued' });
	}
});

test('a note, and who did what, is on the page of the desk and never on the customer’s', async () => {
	const ticket = await inHand(paola, marta);
	granted(await addNote(desk, davide, saying(ticket, 'Non dirlo al cliente')));
	const atDesk = await (await read('davide', `/desk/tickets/${ticket}`)).text();
	const atHome = await (await read('paola', `/tickets/${ticket}`)).text();
	expect(atDesk).toContain('Non dirlo al cliente');
	expect(atDesk).toContain('Preso in lavorazione · Marta');
	expect(atHome).toContain('Preso in lavorazione');
	expect(atHome).not.toMatch(/Non dirlo al cliente|Marta|Davide/);
});

test('a number leads straight to its ticket, anything else to the search', async () => {
	const ticket = await opened(paola);
	const led = async (typed: string) => (await read('marta', `/desk/tickets?q=${typed}`)).headers.get('location');
	for (const typed of [`%20000${ticket}`, `%23${ticket}`]) expect(await led(typed)).toBe(`/desk/tickets/${ticket}`);
	for (const typed of ['999', '-1', 'x', '99999999999']) expect(await led(typed)).toBe(`/desk/search?q=${typed}`);
	expect(await led('')).toBe('/desk/search');
	for (const number of ['999', '01', 'x', '99999999999']) {
		expect((await read('marta', `/desk/tickets/${number}`)).status).toBe(404);
	}
});

test('the queue is shown as it will be served, technical first, a page at a time', async () => {
	const consultancy = await opened(paola, { lane: 'consultancy' });
	const technical: number[] = [];
	for (let count = 0; count < 50; count++) technical.push(await opened(paola));
	const shown = async (page: number) => {
		const html = await (await read('marta', `/desk/queue?page=${page}`)).text();
		return [...html.matchAll(/href="\/desk\/tickets\/(\d+)"/g)].map(([, number]) => Number(number));
	};
	expect(await shown(1)).toEqual(technical);
	expect(await shown(2)).toEqual([consultancy]);
	expect(await shown(99)).toEqual([consultancy]);
	expect(await (await read('marta', '/desk/queue?page=2')).text()).toContain('ora ce ne sono 50');
});
