import { beforeEach, expect, test } from 'vitest';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { signedIn } from '../support/accounts.ts';
import { wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, giveStaff, granted, key, on, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, andrea, marta } = await testHouse(desk);
const { opened, inHand, awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const cookies = {
	paola: await signedIn(desk, paola),
	andrea: await signedIn(desk, andrea),
	marta: await signedIn(desk, marta),
};

beforeEach(() => forgetTickets(desk));

const read = async (who: keyof typeof cookies, path: string) =>
	(await web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } })).text();

test('an address claims nothing that is not so: a ticket closed, a reply arrived, a ticket of somebody else’s', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	expect(await read('paola', `/tickets/${ticket}?closed`)).not.toContain('Il ticket è chiuso');
	expect(await read('paola', `/tickets/${ticket}?replied`)).not.toContain('La Sua risposta è arrivata');
	expect(await read('andrea', `/tickets/${ticket}?opened`)).not.toContain('Il Suo ticket è aperto');
	expect(await read('paola', `/tickets/${ticket}?opened`)).toContain('Il Suo ticket è aperto');

	granted(await closeTicket(desk, paola, on(ticket)));
	expect(await read('paola', `/tickets/${ticket}?closed`)).toContain('Il ticket è chiuso');
});

test('at the desk neither', async () => {
	const ticket = await inHand(paola, marta);
	expect(await read('marta', `/desk?done=resolve&number=${ticket}`)).not.toContain(`Il ticket ${ticket} è risolto`);
	expect(await read('marta', `/desk?done=resolve&number=999`)).not.toContain('Il ticket 999');
	granted(await closeTicket(desk, paola, on(ticket)));
	expect(await read('marta', `/desk?done=resolve&number=${ticket}`)).toContain(`Il ticket ${ticket} è risolto`);
});

test('a closure that moved the last day is told on both sides as it will be true later on', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	const elena = await giveStaff(desk, 'elena', 'administrator');
	const closure = { from: '2026-11-26', to: '2026-12-01', reason: 'Trasloco' };
	granted(await addClosureDays(desk, elena, { ...key(), ...closure }));
	const says =
		'Chiusura da giovedì 26 novembre a lunedì 30 novembre («Trasloco»): il termine si è spostato a venerdì 4 dicembre';
	expect(wordsOf(await read('paola', `/tickets/${ticket}`))).toContain(says);
	expect(wordsOf(await read('marta', `/desk/tickets/${ticket}`))).toContain(says);
});

test('a colleague of the same name is still a colleague', async () => {
	const ticket = await opened(andrea);
	await desk.db.updateTable('account').set({ name: 'Paola' }).where('id', '=', andrea.id).execute();
	expect(await read('paola', '/')).toContain('aperto da Paola');
	expect(await read('andrea', '/')).not.toContain('aperto da');
	expect(await read('paola', `/tickets/${ticket}`)).toContain('aperto da Paola');
});
