import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { changeCustomer } from '#lib/server/use-cases/change-customer.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { signOut } from '#lib/server/use-cases/sign-out.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { type Heard, hear, markOf } from '../support/events.ts';
import { begin, forgetTickets, giveStaff, granted, key, on, saying, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const house = await testHouse(desk);
const { product, paola, andrea, chiara, tommaso, marta } = house;
const elena = await giveStaff(desk, 'elena', 'administrator');
const { opened, inHand } = begin(desk, product);
const web = await startWeb(testing);
const people = { paola, andrea, chiara, tommaso, marta };
type Who = keyof typeof people;

const streams: Heard[] = [];
const listen = async (who: Who | undefined, path: string) => {
	const heard = await hear(web, path, who && (await signedIn(desk, people[who])));
	streams.push(heard);
	if (heard.status === 200) await heard.next('hello');
	return heard;
};
const listenToTicket = (who: Who | undefined, ticket: number) => listen(who, `/live?ticket=${ticket}`);

const mark = async (who: Who, path: string) => markOf(web, path, await signedIn(desk, people[who]));

let ticket: number;
beforeEach(async () => {
	await forgetTickets(desk);
	ticket = await inHand(paola, marta);
});
afterEach(() => {
	for (const stream of streams.splice(0)) stream.leave();
});

describe('who may hear of a ticket', () => {
	test.each<{ who: Who | undefined; status: number }>([
		{ who: undefined, status: 303 },
		{ who: 'chiara', status: 404 },
		{ who: 'paola', status: 200 },
		{ who: 'andrea', status: 200 },
		{ who: 'marta', status: 200 },
	])('$who: $status', async ({ who, status }) => {
		expect((await listenToTicket(who, ticket)).status).toBe(status);
	});

	test('where users see only their own, a colleague is told what anybody is of a ticket that does not exist', async () => {
		const ofChiara = await opened(chiara);
		const [hidden, none] = [await listenToTicket('tommaso', ofChiara), await listenToTicket('tommaso', 99_999)];
		await Promise.all([hidden.ended, none.ended]);
		expect([hidden.status, none.status]).toEqual([404, 404]);
		const plain = (heard: Heard) => heard.text().replaceAll(/[a-z0-9]{4}-[a-z0-9]{4}/g, '');
		expect(plain(hidden)).toBe(plain(none));
	});

	test('a visitor hears nothing of anything', async () => {
		expect((await listen(undefined, '/live')).status).toBe(303);
	});
});

test('it is not kept by anybody on the way', async () => {
	const { headers } = await listenToTicket('paola', ticket);
	expect(headers.get('content-type')).toContain('text/event-stream');
	expect(headers.get('cache-control')).toContain('no-store');
	expect(headers.get('x-accel-buffering')).toBe('no');
});

const marks = (heard: Heard) => heard.all('changed').map((changed) => changed.mark);

test('an answer is told to all who look at the ticket or at a list that has it, and to nobody else', async () => {
	const other = await opened(chiara);
	const whole = async (who: Who, path: string) => listen(who, `${path}since=${await mark(who, '/')}`);
	const told = await Promise.all([
		...(['paola', 'andrea'] as const).map((who) => whole(who, `/live?ticket=${ticket}&`)),
		...(['paola', 'andrea'] as const).map((who) => whole(who, '/live?')),
		listenToTicket('marta', ticket),
		listen('marta', '/live'),
	]);
	const untold = [await whole('chiara', `/live?ticket=${other}&`), await whole('chiara', '/live?')];
	granted(await replyToCustomer(desk, marta, saying(ticket, 'Il segreto di Paola')));
	const answer = (await told[0]?.next('changed'))?.mark;
	for (const heard of told) await expect.poll(() => marks(heard)).toContain(answer);
	// What is told comes in order: the first that reaches the others is of their own.
	granted(await replyAsCustomer(desk, chiara, saying(other)));
	for (const heard of untold) expect((await heard.next('changed')).mark).not.toBe(answer);
	for (const heard of [...told, ...untold]) expect(heard.text()).not.toContain('segreto');
});

test('where users see only their own, a colleague’s list is not told', async () => {
	const ofChiara = await opened(chiara);
	const own = await listen('chiara', `/live?since=${await mark('chiara', '/')}`);
	const colleague = await listen('tommaso', `/live?since=${await mark('tommaso', '/')}`);
	granted(await replyAsCustomer(desk, chiara, saying(ofChiara)));
	const { mark: reply } = await own.next('changed');
	await opened(tommaso);
	expect((await colleague.next('changed')).mark).not.toBe(reply);
});

test('of a note staff are told that there is something, customers nothing, in no byte', async () => {
	const since = await mark('paola', `/tickets/${ticket}`);
	const customers = [
		await listen('paola', `/live?ticket=${ticket}&since=${since}`),
		await listen('paola', `/live?since=${since}`),
	];
	const before = customers.map((heard) => heard.text());
	const staff = await listenToTicket('marta', ticket);
	granted(await addNote(desk, marta, { ...on(ticket), text: 'Il segreto di Marta' }));
	await staff.next('changed');
	await staff.next('changed');
	expect(staff.text()).not.toContain('segreto');
	expect(customers.map((heard) => heard.text())).toEqual(before);
	// A page that comes now has missed nothing either.
	const later = await listen('paola', `/live?ticket=${ticket}&since=${since}`);
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	await later.next('changed');
	expect(later.all('changed')).toHaveLength(1);
});

describe('a page that comes later than what happened', () => {
	test('is told at once if it does not show it', async () => {
		const since = await mark('paola', `/tickets/${ticket}`);
		granted(await replyToCustomer(desk, marta, saying(ticket)));
		await (await listen('paola', `/live?ticket=${ticket}&since=${since}`)).next('changed');
		await (await listen('paola', `/live?since=${since}`)).next('changed');
	});

	test('is not told again what it shows', async () => {
		granted(await replyToCustomer(desk, marta, saying(ticket)));
		const since = await mark('paola', `/tickets/${ticket}`);
		const heard = await listen('paola', `/live?ticket=${ticket}&since=${since}`);
		expect(heard.all('changed')).toEqual([]);
	});

	test.each(['', 'nonsense', 'AAAAAAAA.1'])('is told to read where nobody knows what it shows (%j)', async (since) => {
		await (await listen('paola', `/live?ticket=${ticket}&since=${since}`)).next('changed');
	});
});

describe('a stream ends, and its page has to be let in again,', () => {
	test('when the session ends', async () => {
		const cookie = await signedIn(desk, paola);
		const heard = [await hear(web, `/live?ticket=${ticket}`, cookie), await hear(web, '/live', cookie)];
		await signOut(desk, cookie.replace(/^.*=/, ''));
		for (const each of heard) {
			await each.next('again');
			await each.ended;
		}
		expect((await hear(web, `/live?ticket=${ticket}`, cookie)).status).toBe(303);
	});

	test('when the account is disabled', async () => {
		const cookie = await signedIn(desk, tommaso);
		const heard = await hear(web, '/live', cookie);
		granted(await disableAccount(desk, elena, { account: tommaso.id, ...key() }));
		await heard.ended;
		expect((await hear(web, '/live', cookie)).status).toBe(303);
	});

	test('when the customer’s users no longer see each other’s tickets', async () => {
		const cookie = await signedIn(desk, andrea);
		const heard = await hear(web, `/live?ticket=${ticket}`, cookie);
		const change = { customer: paola.customer, name: 'Ferri e Landi', ...key() };
		granted(await changeCustomer(desk, elena, { ...change, colleaguesSeeTickets: false }));
		await heard.ended;
		expect((await hear(web, `/live?ticket=${ticket}`, cookie)).status).toBe(404);
		granted(await changeCustomer(desk, elena, { ...change, ...key(), colleaguesSeeTickets: true }));
	});
});

test('while changes are not heard of there is no stream; a page that comes again is told to read', async () => {
	const since = await mark('paola', `/tickets/${ticket}`);
	const heard = await listen('paola', `/live?ticket=${ticket}&since=${since}`);
	await sql`select pg_terminate_backend(pid) from pg_stat_activity
		where application_name = 'sportello test live' and datname = current_database()`.execute(desk.db);
	await heard.ended;
	const cookie = await signedIn(desk, paola);
	await expect
		.poll(async () => {
			const again = await hear(web, `/live?ticket=${ticket}&since=${since}`, cookie);
			streams.push(again);
			if (again.status === 200) await again.next('changed');
			return again.status;
		})
		.toBe(200);
});

test('one session has so many streams, and the next is told to come later', async () => {
	const cookie = await signedIn(desk, paola);
	const open = await Promise.all(Array.from({ length: 12 }, () => hear(web, '/live', cookie)));
	streams.push(...open);
	const more = await hear(web, '/live', cookie);
	expect([more.status, more.headers.get('retry-after')]).toEqual([429, '10']);
	open[0]?.leave();
	await expect.poll(async () => (await hear(web, '/live', cookie)).status).toBe(200);
});
