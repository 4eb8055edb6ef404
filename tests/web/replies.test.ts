import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { textLimits } from '#lib/domain/limits.ts';
import { signedIn } from '../support/accounts.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, forgetTickets, standingOf, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, marta } = await testHouse(desk);
const { awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const cookie = await signedIn(desk, paola);
const lapse = Temporal.Instant.from('2026-12-01T00:00:00+01:00');

beforeEach(async () => {
	await forgetTickets(desk);
	clock.set(MONDAY_MORNING);
});

async function reply(ticket: number, text: string, files: string[] = []) {
	const body = new FormData();
	body.append('requestKey', randomUUID());
	body.append('text', text);
	for (const name of files) body.append('files', new File([`Il contenuto di ${name}`], name));
	const headers = { cookie, accept: 'text/html' };
	return web.fetch(`/tickets/${ticket}?/reply`, { method: 'POST', body, headers });
}

const page = async (ticket: number) =>
	(await web.fetch(`/tickets/${ticket}`, { headers: { cookie, accept: 'text/html' } })).text();

test('a file alone is a reply, and ends the wait (P5)', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	const answer = await reply(ticket, ' ', ['rilievo.txt']);
	expect(answer.headers.get('location')).toBe(`/tickets/${ticket}?replied#done`);
	expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'queued' });
	expect(await page(ticket)).toContain('<span class="name');
});

test('a reply with neither a text nor a file is refused, and says what to do', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	const answer = await reply(ticket, ' \n ');
	expect(answer.status).toBe(400);
	expect(await answer.text()).toContain('Scriva un messaggio o alleghi almeno un file');
	expect(await standingOf(desk, marta, ticket)).toMatchObject({ state: 'awaiting-customer' });
});

test('a file alone that comes after the lapse is told so, with the form to go on', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	clock.set(lapse);
	const answer = await reply(ticket, '', ['rilievo.txt']);
	const html = await answer.text();
	expect(answer.status).toBe(409);
	expect(html).toContain('Il termine per rispondere è passato');
	expect(html).toMatch(/href="\/drafts\/\d+\/files\/[^"]+"[^>]*>rilievo\.txt</);
	expect(html).toContain(`action="/tickets/new?follows=${ticket}"`);
});

test('a text over the limit comes back whole, and after the lapse in the form of the ticket that follows', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	const long = 'x'.repeat(textLimits.message + 1);
	const inTime = await (await reply(ticket, long)).text();
	expect(inTime.includes('Il testo può avere al massimo 20000 caratteri.')).toBe(true);
	expect(inTime.includes(`${long}</textarea>`)).toBe(true);

	clock.set(lapse);
	const late = await (await reply(ticket, long)).text();
	const summary = late.slice(late.indexOf('role="alert"'), late.indexOf('</textarea>')).slice(0, 2000);
	expect(summary).toContain('è passato il termine per rispondere');
	expect(summary).toMatch(/href="#description"[^>]*>Descrizione: Il testo può avere al massimo 20000 caratteri\./);
	expect(late.includes(`${long}</textarea>`)).toBe(true);
});
