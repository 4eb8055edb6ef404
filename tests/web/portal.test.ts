import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, granted, on, standingOf, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, andrea, chiara, tommaso, marta, davide } = await testHouse(desk);
const { opened, taken, awaitingCustomer, solved, underEvaluation } = begin(desk, product);
const web = await startWeb(testing);
const cookies = {
	paola: await signedIn(desk, paola),
	andrea: await signedIn(desk, andrea),
	chiara: await signedIn(desk, chiara),
};
type Who = keyof typeof cookies;

beforeEach(() => forgetTickets(desk));

const get = (who: Who, path: string) => web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } });
const read = async (who: Who, path: string) => wordsOf(await (await get(who, path)).text());
const act = (who: Who, path: string, fields: Record<string, string> = {}) =>
	post(web, path, { requestKey: randomUUID(), ...fields }, { cookie: cookies[who] });

test('who has never opened a ticket is told in three sentences what this is, beside whatever the colleagues have opened', async () => {
	const html = await (await get('paola', '/')).text();
	expect(wordsOf(html)).toContain('Qui si prende il numero');
	expect(html.match(/<li[^>]*>(?=.*<strong)/g)).toHaveLength(3);
	await opened(andrea);
	expect(await read('paola', '/')).toMatch(/Riceva il Suo numero:.*Tocca a noi.*Dei colleghi/);
	await opened(paola);
	expect(await read('paola', '/')).not.toContain('Riceva il Suo numero:');
});

test('the first line says whose turn it is, in words', async () => {
	await opened(paola);
	expect(await read('paola', '/')).toMatch(
		/Tocca a noi: abbiamo un Suo ticket\. In questo momento non deve fare nulla\./,
	);
	await taken(marta);
	granted(await closeTicket(desk, paola, on(1)));
	expect(await read('paola', '/')).toContain('Non ha ticket aperti.');
	await awaitingCustomer(paola, marta);
	await awaitingCustomer(paola, marta);
	await awaitingCustomer(andrea, marta);
	await opened(paola);
	const page = await read('paola', '/');
	expect(page).toContain('Due ticket aspettano una Sua risposta. Per un altro tocca a noi.');
	expect(page).toContain('Un ticket di un collega aspetta una risposta: può darla anche Lei.');
	expect(page).toMatch(/Tocca a Lei.*Dei colleghi.*Tocca a voi.*risposta entro/);
});

test('my tickets stand by whose turn it is, with the last day to answer', async () => {
	const mine = await awaitingCustomer(paola, marta);
	const theirs = await opened(andrea, { subject: 'Il profilo è vuoto' });
	const page = await read('paola', '/');
	const [yours, support] = [page.indexOf(`Ticket numero ${mine}`), page.indexOf(`Ticket numero ${theirs}`)];
	expect(page.slice(0, yours)).toContain('Tocca a Lei');
	expect(page.slice(yours, support)).toMatch(/risponda entro \p{L}+ \d+º? \p{L}+.*Tocca a noi.*Dei colleghi/u);
	expect(page.slice(support)).toContain('aperto da Andrea');
});

test.each(['1.5', '99999999999', '-1', '0x1', '1e3', 'NaN', ''])('%s is no ticket', async (number) => {
	expect((await get('paola', `/tickets/new?follows=${number || 'x'}`)).status).toBe(404);
	expect((await get('paola', `/tickets/${number || 'x'}`)).status).toBe(404);
});

test('a technical ticket is told how many go before it', async () => {
	await opened(chiara);
	await opened(tommaso);
	const mine = await opened(paola);
	expect(await read('paola', `/tickets/${mine}`)).toContain('Ci sono 2 ticket prima del Suo.');
});

test('a consultancy ticket is told the truth: which technical ones come first, and its place among consultancy', async () => {
	const mine = await opened(paola, { lane: 'consultancy' });
	await opened(chiara);
	await opened(tommaso);
	const page = await read('paola', `/tickets/${mine}`);
	expect(page).toContain('La consulenza si serve quando non ci sono richieste tecniche in coda: ora ce ne sono 2.');
	expect(page).toContain('Tra le consulenze la Sua è la prima.');
});

test('why others are served before is said in figures, and tells nothing about them', async () => {
	const before = await underEvaluation(chiara, marta);
	const mine = await opened(paola, { lane: 'consultancy' });
	await opened(tommaso, { subject: 'Il segreto di Tommaso' });
	granted(await resume(desk, marta, on(before)));
	const page = await read('paola', `/tickets/${mine}`);
	expect(page).toContain('Perché qualcuno è servito prima di me?');
	expect(page).toContain('In coda ci sono 2 richieste tecniche: l’assistenza tecnica si serve prima della consulenza');
	expect(page).not.toMatch(/Tommaso|Chiara|segreto/);
	const technical = await opened(paola);
	const theirs = await read('paola', `/tickets/${technical}`);
	expect(theirs).toContain('2 richieste sono arrivate prima della Sua e sono in coda');
	await taken(marta);
	await taken(davide);
	expect(await read('paola', `/tickets/${mine}`)).toContain(
		'Da quando la Sua richiesta è in coda ne è stata servita una tecnica arrivata dopo',
	);
});

test('whose turn it is, is one sentence', async () => {
	const evaluated = await underEvaluation(paola, marta);
	const awaited = await awaitingCustomer(paola, marta);
	expect(await read('paola', `/tickets/${evaluated}`)).toContain('Tocca a noi: stiamo valutando il problema.');
	const page = await read('paola', `/tickets/${awaited}`);
	expect(page).toContain('Tocca a Lei: per andare avanti ci servono alcune informazioni.');
	expect(page).toMatch(/File di riferimento.*Ultimo giorno utile .*, entro fine giornata/);
});

test('what is missing from a form is said beside its field, and all that was typed is there again', async () => {
	const typed = {
		product: String(product),
		lane: 'consultancy',
		subject: 'Le quote',
		description: ' ',
		version: '9.9',
	};
	const answer = await act('paola', '/tickets/new', typed);
	const html = await answer.text();
	expect(answer.status).toBe(400);
	expect(html).toMatch(/href="#description"[^>]*>Descrizione: Racconti che cosa succede: bastano poche righe\./);
	expect(html).toContain('value="Le quote"');
	expect(html).toContain('value="9.9"');
	expect(html).toMatch(/value="consultancy"[^>]* checked/);
});

test('a reply to a resolved ticket comes back in the form of a ticket that follows it', async () => {
	const ticket = await solved(paola, marta);
	const late = await act('paola', `/tickets/${ticket}?/reply`, { text: 'Non è cambiato nulla' });
	const html = await late.text();
	expect(late.status).toBe(409);
	expect(html).toContain(`action="/tickets/new?follows=${ticket}"`);
	expect(html).toContain('Non è cambiato nulla</textarea>');
	expect(html).toContain('value="La poligonale non chiude"');
});

test('a ticket that follows names the one before, and is named by it', async () => {
	const before = await solved(paola, marta);
	const taken = { product: String(product), lane: 'technical', subject: 'Ancora', description: 'Ancora', follows: '' };
	const answer = await act('paola', `/tickets/new?follows=${before}`, { ...taken, follows: String(before) });
	expect(answer.headers.get('location')).toBe(`/tickets/${before + 1}?opened`);
	expect(await read('paola', `/tickets/${before + 1}`)).toContain(`Segue il ticket ${before}`);
	expect(await read('paola', `/tickets/${before}`)).toContain(`Prosegue nel ticket ${before + 1}`);
});

test('a ticket that is still open is not followed: the way leads to its conversation', async () => {
	const ticket = await opened(paola);
	const answer = await get('paola', `/tickets/new?follows=${ticket}`);
	expect([answer.status, answer.headers.get('location')]).toEqual([303, `/tickets/${ticket}`]);
});

test('the same form sent twice opens one ticket', async () => {
	const form = { product: String(product), lane: 'technical', subject: 'Una volta', description: 'Sola' };
	const requestKey = randomUUID();
	for (const _ of ['once', 'twice']) {
		const answer = await act('paola', '/tickets/new', { ...form, requestKey });
		expect(answer.headers.get('location')).toBe('/tickets/1?opened');
	}
});

test('a colleague may close what somebody else opened', async () => {
	const ticket = await opened(paola);
	const answer = await act('andrea', `/tickets/${ticket}?/close`);
	expect(answer.headers.get('location')).toBe(`/tickets/${ticket}?closed#done`);
	expect(await standingOf(desk, marta, ticket)).toMatchObject({ state: 'resolved', as: 'closed-by-customer' });
});

test.each(['/tickets/{}', '/tickets/new?follows={}'])('%s of another customer is not there', async (path) => {
	const ticket = await solved(paola, marta);
	expect((await get('chiara', path.replace('{}', String(ticket)))).status).toBe(404);
	expect((await get('chiara', path.replace('{}', '999'))).status).toBe(404);
});

test.each(['reply', 'close'])('%s on a ticket of another customer finds nothing', async (name) => {
	const ticket = await opened(paola);
	expect((await act('chiara', `/tickets/${ticket}?/${name}`, { text: 'Buongiorno' })).status).toBe(404);
	expect(await standingOf(desk, marta, ticket)).toMatchObject({ state: 'queued' });
});
