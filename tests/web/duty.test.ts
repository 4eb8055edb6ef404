import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
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
	testHouse,
} from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, marta, davide } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const other = await giveProduct(desk, 'Mappale');
await giveLicence(desk, paola, other);
const { opened, taken, inHand } = begin(desk, product);
const web = await startWeb(testing);
const cookies = {
	paola: await signedIn(desk, paola),
	marta: await signedIn(desk, marta),
	davide: await signedIn(desk, davide),
	elena: await signedIn(desk, elena),
};
type Who = keyof typeof cookies;

beforeEach(() => forgetTickets(desk));

const read = async (who: Who, path = '/desk') =>
	wordsOf(await (await web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } })).text());
const act = (who: Who, name: string) => post(web, `/desk?/${name}`, key(), { cookie: cookies[who] });
const covers = async (agent: { id: number }, products: number[] | null) =>
	granted(await setCoverage(desk, elena, { account: agent.id, products, ...key() }));

test('duty is said with the act that changes it, and going off says beforehand what it puts back', async () => {
	expect(await read('marta')).toMatch(/Fuori servizio Entra in servizio/);
	expect((await act('marta', 'on-duty')).headers.get('location')).toBe('/desk?duty=on');
	expect(await read('marta', '/desk?duty=on')).toMatch(/Ora è in servizio.* In servizio Esci dal servizio/);

	const ticket = await inHand(paola, marta);
	expect(await read('marta')).toContain(`Uscendo dal servizio rimette in coda il ticket ${ticket}, al suo numero`);
	const left = (await act('marta', 'off-duty')).headers.get('location') ?? '';
	expect(left).toBe(`/desk?duty=off&put-back=${ticket}`);
	expect(await read('marta', left)).toMatch(/Ora è fuori servizio\. Il ticket \d+ è di nuovo in coda/);
});

test('what the address says of duty is said only while it is so', async () => {
	expect(await read('marta', '/desk?duty=on')).not.toContain('Ora è in servizio');
	granted(await goOnDuty(desk, marta, key()));
	expect(await read('marta', '/desk?duty=off&put-back=41')).not.toMatch(/Ora è fuori servizio|41/);
});

test.each(['on-duty', 'off-duty', 'take'])('%s is for staff alone', async (name) => {
	await opened(paola);
	const before = await everything(desk);
	expect((await act('paola', name)).status).toBe(404);
	const visitor = await post(web, `/desk?/${name}`, key());
	expect([visitor.status, visitor.headers.get('location')]).toEqual([303, '/login?next=%2Fdesk']);
	expect(await everything(desk)).toBe(before);
});

test('the same form sent twice goes off duty once, and another key does no harm', async () => {
	await inHand(paola, marta);
	const form = { requestKey: randomUUID() };
	const send = () => post(web, '/desk?/off-duty', form, { cookie: cookies.marta });
	const [once, twice] = [await send(), await send()];
	expect(twice.headers.get('location')).toBe(once.headers.get('location'));
	expect((await act('marta', 'off-duty')).headers.get('location')).toBe('/desk?duty=off');
});

describe('tickets are queued and none can be taken', () => {
	const none = 'in questo momento nessun ticket può andare a Lei:';

	/** The page says it before and after asking; Take next agrees. */
	async function expectNone(because: string) {
		expect(await read('marta')).toMatch(new RegExp(`${none} ${because} `));
		const answer = await act('marta', 'take');
		expect(answer.status).toBe(409);
		expect(wordsOf(await answer.text())).toMatch(
			new RegExp(`Non è stato preso nessun ticket\\. [^.]*${none} ${because} `),
		);
		expect(await read('marta')).not.toContain('Non è stato preso nessun ticket');
		expect(await takeNext(desk, marta, key())).toEqual({ ok: false, refusal: { reason: 'nothing-queued' } });
	}

	test('all of them in products the agent does not cover', async () => {
		await covers(marta, [other]);
		await opened(paola);
		await opened(paola);
		await expectNone('2 ticket in software che Lei non segue');
	});

	test('one reserved for a colleague; when the reservation ends, it can be taken', async () => {
		const ticket = await inHand(paola, davide);
		granted(await evaluate(desk, davide, saying(ticket)));
		granted(await resume(desk, davide, on(ticket)));
		await expectNone('un ticket riservato a un collega, per un tempo limitato');
		expect(await read('davide')).not.toContain(none);
		clock.advance({ minutes: 60 });
		expect(await read('marta')).not.toContain(none);
		expect(await taken(marta)).toBe(ticket);
	});

	test('consultancy behind a technical one that only colleagues may serve', async () => {
		await covers(marta, [other]);
		await opened(paola);
		await opened(paola, { product: other, lane: 'consultancy' });
		await expectNone(
			'un ticket in software che Lei non segue un ticket di consulenza, che si serve quando non ci sono richieste tecniche in coda',
		);
	});

	test('an empty queue, and one with a ticket for the agent, are not called so', async () => {
		expect(await read('marta')).not.toContain(none);
		await covers(marta, [other]);
		await opened(paola);
		await opened(paola, { product: other });
		expect(await read('marta')).not.toContain(none);
	});
});

test('queued tickets that nobody on duty covers are named with their number, and marked in the queue', async () => {
	await covers(davide, [product]);
	await covers(marta, [product]);
	for (const agent of [marta, davide]) granted(await goOnDuty(desk, agent, key()));
	await opened(paola);
	await opened(paola, { product: other });
	await opened(paola, { product: other, lane: 'consultancy' });
	const warning = /Nessuno in servizio segue Mappale: 2 ticket in coda Finché/;
	expect(await read('marta')).toMatch(warning);
	expect((await read('marta', '/desk/queue')).match(/nessuno in servizio lo segue/g)).toHaveLength(2);

	await covers(davide, null);
	expect(await read('marta')).not.toMatch(/Nessuno in servizio segue/);
	expect((await read('marta', '/desk/queue')).match(/Lei non segue questo software/g)).toHaveLength(2);
	granted(await goOffDuty(desk, davide, key()));
	expect(await read('marta', '/desk/queue')).toMatch(warning);
});

const first = 'Nessun ticket arrivato prima del Suo è in coda.';

test('staff read for whom a ticket is kept and until when, its customer does not', async () => {
	const ticket = await inHand(paola, davide);
	granted(await evaluate(desk, davide, saying(ticket)));
	granted(await resume(desk, davide, on(ticket)));
	for (const path of ['/desk', '/desk/queue', `/desk/tickets/${ticket}`]) {
		expect(await read('marta', path)).toMatch(/riservato a Davide fino a oggi alle \d+:\d\d/i);
		expect(await read('davide', path)).toMatch(/riservato a Lei fino a oggi alle/i);
	}
	const alone = 'può prenderlo un solo operatore';
	expect(await read('paola', `/tickets/${ticket}`)).toContain(
		`${first} Dopo il ritorno in coda, per un tempo limitato, ${alone}`,
	);
	expect(await read('paola', `/tickets/${ticket}`)).not.toMatch(/riservato/i);
	clock.advance({ minutes: 61 });
	expect(await read('marta', '/desk/queue')).not.toMatch(/riservato/i);
	expect(await read('paola', `/tickets/${ticket}`)).not.toContain(alone);
});

test('first in the queue is not called the next: where nobody on duty covers it, both sides are told', async () => {
	const ticket = await opened(paola, { product: other });
	const says = 'In questo momento nessuno in servizio segue questo software';
	await covers(davide, [product]);
	granted(await goOnDuty(desk, davide, key()));
	expect(await read('paola', `/tickets/${ticket}`)).toContain(`${first} ${says}; il Suo posto resta.`);
	expect(await read('davide', `/desk/tickets/${ticket}`)).toContain(`In coda: nessuno è arrivato prima. ${says}.`);
	await covers(davide, [other]);
	for (const [who, path] of [
		['paola', '/tickets'],
		['davide', '/desk/tickets'],
	] as const) {
		expect(await read(who, `${path}/${ticket}`)).not.toContain(says);
	}
});

test('off duty it is said that what is reserved already stays so', async () => {
	expect(await read('marta')).toContain('nessun altro ticket Le viene riservato; quelli già riservati lo restano');
});

test('with consultancy in hand the desk and the ticket say that technical tickets are queued', async () => {
	const ticket = await opened(paola, { lane: 'consultancy' });
	await taken(marta);
	const says = 'C’è una richiesta tecnica in coda: se crede, rimetta in coda la consulenza';
	for (const path of ['/desk', `/desk/tickets/${ticket}`]) expect(await read('marta', path)).not.toContain(says);
	await opened(paola);
	for (const path of ['/desk', `/desk/tickets/${ticket}`]) expect(await read('marta', path)).toContain(says);
	expect(await read('davide', `/desk/tickets/${ticket}`)).not.toContain(says);
});
