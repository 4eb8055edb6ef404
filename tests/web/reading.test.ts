import { beforeEach, expect, test } from 'vitest';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { signedIn } from '../support/accounts.ts';
import { wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, granted, saying, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, andrea, chiara, marta } = await testHouse(desk);
const { inHand } = begin(desk, product);
const web = await startWeb(testing);
const cookies = {
	paola: await signedIn(desk, paola),
	andrea: await signedIn(desk, andrea),
	chiara: await signedIn(desk, chiara),
	marta: await signedIn(desk, marta),
};
type Who = keyof typeof cookies;

beforeEach(() => forgetTickets(desk));

const get = (who: Who, path: string, headers: Record<string, string> = {}) =>
	web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html', ...headers } });
const isMarked = async (who: Who) => wordsOf(await (await get(who, '/')).text()).includes('Novità :');
const tell = (who: Who | undefined, ticket: number | string, upTo: object, origin = web.origin) =>
	web.fetch(`/tickets/${ticket}/read`, {
		method: 'POST',
		body: new URLSearchParams(Object.entries(upTo).map(([name, value]) => [name, String(value)])),
		headers: { ...(who && { cookie: cookies[who] }), origin },
	});

/** A ticket of Paola's with an answer she was not shown. */
async function answered(): Promise<number> {
	const ticket = await inHand(paola, marta);
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	expect(await isMarked('paola')).toBe(true);
	return ticket;
}

test('a ticket is marked with a word until its page was shown, in words for everybody', async () => {
	const ticket = await answered();
	expect(wordsOf(await (await get('paola', '/')).text())).toContain('C’è una novità in un ticket.');
	await get('paola', `/tickets/${ticket}`);
	expect(await isMarked('paola')).toBe(false);
});

test('a colleague’s ticket that one never opened is not marked, and reading it marks nothing as read for others', async () => {
	const ticket = await answered();
	expect(await isMarked('andrea')).toBe(false);
	await get('andrea', `/tickets/${ticket}`);
	expect(await isMarked('paola')).toBe(true);
});

test.each([
	['its data, asked for when a link is hovered over', '/__data.json', {}],
	['a page the browser fetches beforehand', '', { 'sec-purpose': 'prefetch;prerender' }],
])('%s count as nothing shown', async (_, suffix, headers) => {
	const ticket = await answered();
	const answer = await get('paola', `/tickets/${ticket}${suffix}`, headers as Record<string, string>);
	expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('upTo')]);
	expect(await isMarked('paola')).toBe(true);
});

test('the page tells that it was shown', async () => {
	const ticket = await answered();
	expect((await tell('paola', ticket, { message: 2, seq: 2 })).status).toBe(204);
});

test.each<[Who | undefined, number]>([
	[undefined, 303],
	['marta', 404],
	['chiara', 404],
	['andrea', 204],
	['paola', 204],
])('told by %s it is answered %i', async (who, status) => {
	const ticket = await inHand(paola, marta);
	expect((await tell(who, ticket, { message: 1, seq: 1 })).status).toBe(status);
	expect(await desk.db.selectFrom('ticket_read').selectAll().execute()).toHaveLength(status === 204 ? 1 : 0);
});

test.each([
	{},
	{ message: -1, seq: 1 },
	{ message: 1.5, seq: 1 },
	{ message: 'x', seq: 1 },
	{ message: 1, seq: 2 ** 54 },
])('%j is nothing that could be shown', async (body) => {
	const ticket = await inHand(paola, marta);
	expect((await tell('paola', ticket, body)).status).toBe(400);
});

test('of what nobody would tell, no more is taken in than of any form', async () => {
	const ticket = await inHand(paola, marta);
	const answer = await web.fetch(`/tickets/${ticket}/read`, {
		method: 'POST',
		body: JSON.stringify({ message: 1, seq: 1 }),
		headers: { cookie: cookies.paola, origin: web.origin, 'content-type': 'application/json' },
	});
	expect(answer.status).toBe(400);
	expect((await tell('paola', ticket, { seq: 1, message: 1, more: 'x'.repeat(3_000_000) })).status).toBe(400);
});

test('only a page of ours tells it, and only of a ticket', async () => {
	const ticket = await inHand(paola, marta);
	expect((await tell('paola', ticket, { message: 1, seq: 1 }, 'https://example.org')).status).toBe(403);
	for (const number of ['x', '0', '99999999999', 9_999])
		expect((await tell('paola', number, { message: 1, seq: 1 })).status).toBe(404);
});

test('a page that is open reads itself again and says it was shown without keeping its session from ending', async () => {
	const ticket = await answered();
	const long = (await desk.clock.now(desk.db)).subtract({ hours: 1 });
	await desk.db.updateTable('session').set({ seen_at: long }).where('account', '=', paola.id).execute();
	const lastSeen = async () =>
		(await desk.db.selectFrom('session').select('seen_at').where('account', '=', paola.id).execute()).map(
			({ seen_at }) => seen_at.toString(),
		);

	const again = await get('paola', `/tickets/${ticket}`, { 'x-read-again': 'unattended' });
	const shown = await tell('paola', ticket, { message: 0, seq: 0 });
	expect([again.status, shown.ok]).toEqual([200, true]);
	expect(await lastSeen()).toEqual([long.toString()]);

	await get('paola', `/tickets/${ticket}`, { 'x-read-again': 'asked' });
	expect(await lastSeen()).not.toEqual([long.toString()]);
});
