import { afterEach, beforeEach, expect, test } from 'vitest';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { signOut } from '#lib/server/use-cases/sign-out.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { type Heard, hear, markOf } from '../support/events.ts';
import { begin, forgetTickets, granted, key, on, saying, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, chiara, marta, davide } = await testHouse(desk);
const { opened, inHand, underEvaluation } = begin(desk, product);
const web = await startWeb(testing);
const cookies = { paola: await signedIn(desk, paola), marta: await signedIn(desk, marta) };

const streams: Heard[] = [];
beforeEach(() => forgetTickets(desk));
afterEach(() => {
	for (const stream of streams.splice(0)) stream.leave();
});

/** Marta's desk, as a page that was just read. */
async function atDesk(): Promise<Heard> {
	const heard = await hear(web, `/live?desk&since=${await markOf(web, '/desk', cookies.marta)}`, cookies.marta);
	streams.push(heard);
	await heard.next('hello');
	return heard;
}

test('only staff hear of the desk: for a customer there is no such thing, a visitor signs in', async () => {
	const statuses = [];
	for (const cookie of [cookies.paola, undefined, cookies.marta]) {
		const heard = await hear(web, '/live?desk', cookie);
		streams.push(heard);
		statuses.push(heard.status);
	}
	expect(statuses).toEqual([404, 303, 200]);
});

test('it hears of every customer’s tickets and of duty, without a word of what is in them', async () => {
	const evaluated = await underEvaluation(paola, marta);
	const heard = await atDesk();
	await opened(chiara, { subject: 'Il segreto di Chiara' });
	await heard.next('changed');
	granted(await goOnDuty(desk, davide, key()));
	await heard.next('changed');
	granted(await replyAsCustomer(desk, paola, saying(evaluated, 'Il segreto di Paola')));
	await heard.next('changed');
	expect(heard.text()).not.toContain('segreto');
	const told = { mark: expect.stringMatching(/^[\w-]{8}\.\d+$/), withinMs: 5 };
	expect(heard.all('changed')).toEqual([told, told, told]);
});

test('a note changes nothing at the desk', async () => {
	const ticket = await inHand(paola, marta);
	const heard = await atDesk();
	granted(await addNote(desk, marta, { ...on(ticket), text: 'Per dopo' }));
	await opened(chiara);
	await heard.next('changed');
	await opened(chiara);
	await heard.next('changed');
	expect(heard.all('changed')).toHaveLength(2);
});

const instantOf = (mark: unknown) => Number(String(mark).split('.')[1]);

test('what happens in a burst is told together, the last of it too', async () => {
	const heard = await atDesk();
	const another = await atDesk();
	const begun = performance.now();
	for (let count = 0; count < 25; count++) await opened(paola);
	const beforeTheLast = instantOf(await markOf(web, '/desk', cookies.marta));
	await opened(paola);
	const told = () => heard.all('changed');
	await expect.poll(() => instantOf(told().at(-1)?.mark), { timeout: 5_000 }).toBeGreaterThan(beforeTheLast);
	await expect.poll(() => another.all('changed'), { timeout: 5_000 }).toEqual(told());
	expect(told().length).toBeLessThanOrEqual(2 + (performance.now() - begun) / 1_000);
});

test('the desk’s stream ends with the session', async () => {
	const cookie = await signedIn(desk, marta);
	const heard = await hear(web, '/live?desk', cookie);
	await signOut(desk, cookie.replace(/^.*=/, ''));
	await heard.next('again');
	await heard.ended;
	expect((await hear(web, '/live?desk', cookie)).status).toBe(303);
});
