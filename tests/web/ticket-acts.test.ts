import { beforeEach, describe, expect, test } from 'vitest';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import {
	begin,
	everything,
	forgetTickets,
	giveLicence,
	giveProduct,
	giveStaff,
	granted,
	key,
	on,
	saying,
	standingOf,
	testHouse,
} from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, andrea, chiara, tommaso, marta, davide, giulia } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const other = await giveProduct(desk, 'Mappale');
const foreign = await giveProduct(desk, 'Telaio');
await giveLicence(desk, paola, other);
const { opened, taken, inHand } = begin(desk, product);
const web = await startWeb(testing);
const cookies = {
	paola: await signedIn(desk, paola),
	andrea: await signedIn(desk, andrea),
	chiara: await signedIn(desk, chiara),
	marta: await signedIn(desk, marta),
	davide: await signedIn(desk, davide),
	giulia: await signedIn(desk, giulia),
};
type Who = keyof typeof cookies;

beforeEach(() => forgetTickets(desk));

const html = async (who: Who, path: string) =>
	(await web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } })).text();
const read = async (who: Who, path: string) => wordsOf(await html(who, path));
const send = (who: Who, path: string, fields: Record<string, string> = {}) =>
	post(web, path, { ...key(), ...fields }, { cookie: cookies[who] });
const act = (who: Who, ticket: number, name: string, fields: Record<string, string> = {}) =>
	send(who, `/desk/tickets/${ticket}?/${name}`, fields);
const leadsTo = (answer: Response) => answer.headers.get('location');

const fields: Record<string, Record<string, string>> = {
	'hand-over': { colleague: String(giulia.id), text: 'Scritto con cura' },
	'move-lane': { lane: 'consultancy', text: 'Scritto con cura' },
	'correct-product': { product: String(other) },
	merge: { other: '2' },
};

/** What each wants, said in the summary with its field's label and beside the field. */
const asked: Record<string, string> = {
	'hand-over': 'Scelga un collega dell’elenco.',
	'move-lane': 'Scriva in poche parole perché il ticket cambia tipo: il cliente lo legge.',
	'correct-product': 'Scelga un software dell’elenco.',
	merge: 'Scriva il numero del ticket, per esempio 17.',
};

describe.each(Object.entries(fields))('%s', (name, filled) => {
	test('is for the agent who has the ticket in hand: refused to others, it changes nothing', async () => {
		granted(await goOnDuty(desk, giulia, key()));
		const ticket = await inHand(paola, marta);
		await opened(paola);
		const before = await everything(desk);
		for (const who of ['davide', 'giulia'] as const) {
			const answer = await act(who, ticket, name, filled);
			const page = await answer.text();
			expect([answer.status, wordsOf(page)]).toEqual([409, expect.stringContaining('solo chi lo ha in lavorazione')]);
			if (filled.text) expect(page).toContain(`${filled.text}</textarea>`);
		}
		expect((await act('paola', ticket, name, filled)).status).toBe(404);
		expect((await act('marta', 999, name, filled)).status).toBe(404);
		const visitor = await post(web, `/desk/tickets/${ticket}?/${name}`, { ...key(), ...filled });
		expect([visitor.status, leadsTo(visitor)]).toEqual([303, `/login?next=%2Fdesk%2Ftickets%2F${ticket}`]);
		expect(await everything(desk)).toBe(before);
	});

	test('sent empty it comes back, unfolded, with what is missing beside its field', async () => {
		granted(await goOnDuty(desk, giulia, key()));
		const ticket = await inHand(paola, marta);
		await opened(paola);
		const answer = await act('marta', ticket, name, { ...(filled.lane && { lane: filled.lane }) });
		const page = await answer.text();
		expect(answer.status).toBe(400);
		expect(page).toMatch(
			new RegExp(`<details class="fold more[^>]* open[\\s\\S]*<details class="fold act ${name}[^>]* open`),
		);
		expect(wordsOf(page)).toContain(asked[name]);
		expect(page).toMatch(
			new RegExp(`action="\\?/${name}#act-${name}"[\\s\\S]*role="alert"[\\s\\S]*: ${asked[name]}</a>`),
		);
		expect(page).toContain('aria-invalid="true"');
	});

	test('is not offered to who only reads', async () => {
		const ticket = await inHand(paola, marta);
		expect(await html('giulia', `/desk/tickets/${ticket}`)).not.toContain(`action="?/${name}"`);
	});
});

test('a ticket is handed over to a colleague on duty who covers it; its note is internal', async () => {
	for (const agent of [giulia, davide]) granted(await goOnDuty(desk, agent, key()));
	granted(await goOffDuty(desk, davide, key()));
	const ticket = await inHand(paola, marta);
	const page = await html('marta', `/desk/tickets/${ticket}`);
	expect(page).toMatch(new RegExp(`<option value="${giulia.id}"[^>]*>Giulia`));
	expect(page).not.toMatch(new RegExp(`<option value="${davide.id}"`));
	const answer = await act('marta', ticket, 'hand-over', { colleague: String(giulia.id), text: 'Lo sa Giulia' });
	expect(leadsTo(answer)).toBe(`/desk?done=hand-over&number=${ticket}#done`);
	expect(await read('marta', leadsTo(answer) ?? '')).toContain(`Il ticket ${ticket} è di nuovo in coda`);
	expect(await read('giulia', `/desk/tickets/${ticket}`)).toMatch(/riservato a Lei.*Lo sa Giulia/i);
	expect(await read('paola', `/tickets/${ticket}`)).not.toContain('Lo sa Giulia');
});

test('with nobody to hand over to, the page says why; a colleague who left meanwhile is refused with the note kept', async () => {
	const ticket = await inHand(paola, marta);
	const says = 'nessun collega in servizio segue Isoipsa';
	expect(await read('marta', `/desk/tickets/${ticket}`)).toContain(says);
	granted(await goOnDuty(desk, giulia, key()));
	granted(await setCoverage(desk, elena, { account: giulia.id, products: [other], ...key() }));
	expect(await read('marta', `/desk/tickets/${ticket}`)).toContain(says);
	granted(await goOffDuty(desk, giulia, key()));
	const answer = await act('marta', ticket, 'hand-over', { colleague: String(giulia.id), text: 'Lo sa Giulia' });
	const page = await answer.text();
	expect([answer.status, page]).toEqual([409, expect.stringContaining('Lo sa Giulia</textarea>')]);
	expect(wordsOf(page)).toContain('Il collega non è in servizio');
});

test('moved to consultancy a ticket is queued there and its customer reads the reason; moved back it stays in hand', async () => {
	const ticket = await inHand(paola, marta);
	const text = 'È una domanda sull’uso.';
	const away = await act('marta', ticket, 'move-lane', { lane: 'consultancy', text });
	expect(leadsTo(away)).toBe(`/desk?done=move-lane&number=${ticket}#done`);
	expect(await read('marta', leadsTo(away) ?? '')).toContain(`Il ticket ${ticket} è in coda tra le consulenze`);
	const theirs = await read('paola', `/tickets/${ticket}`);
	expect(theirs).toContain(text);
	expect(theirs).toContain('Spostato in consulenza e di nuovo in coda, con lo stesso numero di arrivo');
	expect(await taken(marta)).toBe(ticket);
	const back = await act('marta', ticket, 'move-lane', { lane: 'technical', text: 'È un difetto.' });
	expect(leadsTo(back)).toBe(`/desk/tickets/${ticket}?done=move-lane#done`);
	expect(await read('marta', `/desk/tickets/${ticket}?done=move-lane`)).toContain('resta in lavorazione da Lei.');
	expect(await standingOf(desk, marta, ticket)).toMatchObject({ state: 'in-hand', agent: marta.id });
});

test('the product is corrected to another the customer is licensed for, and to no other', async () => {
	const ticket = await inHand(paola, marta);
	const page = await html('marta', `/desk/tickets/${ticket}`);
	expect(page).toMatch(new RegExp(`<option value="${other}"[^>]*>Mappale`));
	expect(page).not.toMatch(/>Telaio<|<option value="\d+"[^>]*>Isoipsa/);
	expect((await act('marta', ticket, 'correct-product', { product: String(foreign) })).status).toBe(409);
	const answer = await act('marta', ticket, 'correct-product', { product: String(other) });
	expect(leadsTo(answer)).toBe(`/desk/tickets/${ticket}?done=correct-product#done`);
	expect(await read('marta', `/desk/tickets/${ticket}?done=correct-product`)).toContain('Il software è corretto.');
	expect(await read('paola', `/tickets/${ticket}`)).toContain('Software corretto: Mappale');
});

test('two tickets are merged: the earlier arrival stays, each names the other, on both sides', async () => {
	const first = await inHand(paola, marta);
	const second = await opened(andrea, { subject: 'La stessa cosa' });
	expect(await html('marta', `/desk/tickets/${first}`)).toMatch(new RegExp(`<option value="${second}">La stessa cosa`));
	const answer = await act('marta', first, 'merge', { other: ` 00${second}` });
	expect(leadsTo(answer)).toBe(`/desk/tickets/${first}?done=merge#done`);
	expect(await read('marta', `/desk/tickets/${first}?done=merge`)).toContain('L’altro ticket è unito a questo');
	expect(await html('davide', `/desk/tickets/${second}`)).toMatch(new RegExp(`href="/desk/tickets/${first}"`));

	const left = await read('andrea', `/tickets/${second}`);
	expect(left).toContain(`È stato unito al ticket ${first}, arrivato prima`);
	expect(left).toContain(`Unito al ticket ${first}, arrivato prima`);
	expect(left).not.toContain('Unito a un altro ticket');
	expect(await html('paola', `/tickets/${first}`)).toMatch(
		new RegExp(`Unito a questo il ticket <a href="/tickets/${second}">`),
	);
	const late = await send('andrea', `/tickets/${second}?/reply`, { text: 'Ancora una cosa' });
	const page = await late.text();
	expect([late.status, page]).toEqual([409, expect.stringContaining('Ancora una cosa</textarea>')]);
	expect(wordsOf(page)).toContain(`Il Suo testo è qui, pronto per il ticket ${first}`);
	expect(page).toContain(`action="/tickets/${first}?/reply#reply"`);
	expect(page).not.toContain('action="/tickets/new');
});

test('once the ticket that stayed is resolved, the merged one says so, and what is written there late follows that one', async () => {
	const first = await inHand(paola, marta);
	const second = await opened(paola);
	granted(await mergeTicket(desk, marta, { ...on(first), other: second }));
	granted(await resolve(desk, marta, saying(first, 'Fatto.')));
	for (const page of [await read('paola', `/tickets/${second}`), await read('marta', `/desk/tickets/${second}`)]) {
		expect(page).not.toContain('prosegue');
	}
	const said = await read('paola', `/tickets/${second}`);
	expect(said).toContain(`È stato unito al ticket ${first}, ora risolto`);
	expect(await html('paola', `/tickets/${second}`)).toContain(`href="/tickets/new?follows=${first}"`);
	const page = await (await send('paola', `/tickets/${second}?/reply`, { text: 'Ancora una cosa' })).text();
	expect(page).toContain('Ancora una cosa</textarea>');
	expect(page).toContain(`action="/tickets/new?follows=${first}"`);
	expect(page).toMatch(new RegExp(`name="follows" value="${first}"`));
	expect(wordsOf(page)).toContain(`pronto per un ticket collegato al ${first}`);
});

test('what was merged twice over leads to the ticket that goes on', async () => {
	const [first, second, third] = [await opened(paola), await opened(paola), await opened(paola)];
	await taken(marta);
	await taken(davide);
	granted(await mergeTicket(desk, davide, { ...on(second), other: third }));
	granted(await putBack(desk, marta, on(first)));
	granted(await mergeTicket(desk, davide, { ...on(second), other: first }));
	expect(await read('paola', `/tickets/${third}`)).toContain(`È stato unito al ticket ${first}, arrivato prima`);
	expect(await html('davide', `/desk/tickets/${third}`)).toContain(`href="/desk/tickets/${first}">ticket ${first}`);
});

test('where the ticket in hand arrived later it is the one that leaves, and the agent is back at the desk', async () => {
	const first = await inHand(paola, marta);
	granted(await putBack(desk, marta, on(first)));
	const second = await opened(paola);
	await taken(davide);
	await taken(marta);
	granted(await putBack(desk, davide, on(first)));
	const answer = await act('marta', second, 'merge', { other: String(first) });
	expect(leadsTo(answer)).toBe(`/desk?done=merge&number=${second}#done`);
	expect(await read('marta', leadsTo(answer) ?? '')).toContain(`Il ticket ${second} è unito a quello arrivato prima`);
});

test('tickets of another customer, of somebody who must not see both, or of nobody are not merged; the number stays', async () => {
	const mine = await inHand(chiara, marta);
	const numbers = { foreign: await opened(paola), colleague: await opened(tommaso), missing: 999 };
	const says = {
		foreign: 'L’altro ticket è di un altro cliente',
		colleague: 'non vedono i ticket l’una dell’altra',
		missing: 'Non c’è nessun ticket con questo numero',
	};
	expect(await read('marta', `/desk/tickets/${mine}`)).toContain('il cliente non ha altri ticket aperti');
	for (const name of ['foreign', 'colleague', 'missing'] as const) {
		const answer = await act('marta', mine, 'merge', { other: String(numbers[name]) });
		const page = await answer.text();
		expect([answer.status, wordsOf(page)]).toEqual([409, expect.stringContaining(says[name])]);
		expect(page).toMatch(new RegExp(`href="#other">Numero dell’altro ticket: [^<]*${says[name]}`));
		expect(page).toMatch(
			new RegExp(`name="other"[^>]*value="${numbers[name]}"|value="${numbers[name]}"[^>]*name="other"`),
		);
	}
});
