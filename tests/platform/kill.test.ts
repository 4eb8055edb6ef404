// The product as people install it, killed again and again while they work with it through their browsers.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { lanes } from '#lib/domain/queue.ts';
import type { Desk } from '#lib/server/desk.ts';
import { expectAgreement } from '../support/agreement.ts';
import { type Answer, BrowserUser } from '../support/browser-user.ts';
import { Installation } from '../support/installation.ts';
import { recorded } from '../support/recorded.ts';
import { giveShop } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

/** In this order. With `both` the power goes: the server and its database at the same moment. */
const deaths = [
	...(['server', 'database', 'server', 'server', 'both'] as const),
	...(['server', 'database', 'server', 'server', 'both'] as const),
	...(['server', 'database', 'server'] as const),
];
const size = { users: 3, agents: 4, products: 2 };
/** So many acts are acknowledged between one death and the next. */
const actsBetween = 20;
const pauseMs = 10;

const installation = await Installation.make();
const acknowledged = {
	opened: new Map<string, number>(),
	said: new Map<string, number>(),
	taken: [] as string[],
	named: [] as string[],
};
const unexpected: string[] = [];
let people: BrowserUser[] = [];
let desk: Desk;
let over = false;

beforeAll(async () => {
	await installation.start();
	people = await serveAndDie();
	desk = await installation.desk();
}, 300_000);

async function serveAndDie(): Promise<BrowserUser[]> {
	const past = await installation.desk();
	const shop = await giveShop(past, size);
	await past.db.destroy();
	const arrive = async (nth: number, role: string) => {
		const person = new BrowserUser(installation.origin);
		await person.signIn(`${role}${nth + 1}`);
		return person;
	};
	const users = await Promise.all(shop.users.map((_, nth) => arrive(nth, 'user')));
	const agents = await Promise.all(shop.agents.map((_, nth) => arrive(nth, 'agent')));
	await Promise.all([
		dying(),
		...users.map((user) => untilOver(() => opensAndReplies(user, shop.products))),
		...users.slice(0, 1).map((user) => untilOver(() => renames(user))),
		...agents.map((agent, nth) => untilOver(() => serves(agent, shop.agents[nth]?.id))),
	]);
	return [...users, ...agents];
}

async function untilOver(act: () => Promise<void>): Promise<void> {
	while (!over) {
		await act();
		await sleep(pauseMs);
	}
}

const acts = () => acknowledged.opened.size + acknowledged.said.size + acknowledged.taken.length;
const upTo = (most: number) => 1 + Math.floor(Math.random() * most);
const among = <T>(choices: readonly T[]): T => choices[upTo(choices.length) - 1] as T;

async function dying(): Promise<void> {
	for (const death of deaths) {
		await goOn();
		await sleep(upTo(100));
		if (death === 'database') {
			await installation.killDatabase();
			while (!(await installation.isReady())) await sleep(50);
			continue;
		}
		await Promise.all([installation.killServer(), death === 'both' && installation.killDatabase()]);
		await installation.start();
	}
	await goOn();
	over = true;
}

/** Until they have done more, whatever was broken before. */
async function goOn(): Promise<void> {
	for (const enough = acts() + actsBetween; acts() < enough; ) await sleep(20);
}

async function opensAndReplies(user: BrowserUser, products: number[]): Promise<void> {
	const subject = randomUUID();
	const request = { product: String(among(products)), lane: among(lanes), subject, description: 'Non parte' };
	const opening = await user.send('/tickets/new', '', request);
	const ticket = numberIn(opening, /^\/tickets\/(\d+)\?opened$/);
	if (!ticket) return isOdd('opening', opening);
	acknowledged.opened.set(subject, ticket);

	const text = randomUUID();
	const earlier = among([...acknowledged.opened.values()]);
	const reply = await user.send(`/tickets/${earlier}`, '?/reply', { text });
	if (reply?.location === `/tickets/${earlier}?replied#done`) acknowledged.said.set(text, earlier);
	// It may be resolved: then its page has no such form, or refuses it.
	else if (reply && reply.status !== 409) isOdd('reply', reply);
}

/** A step about access: in the audit log with what it was before. */
async function renames(user: BrowserUser): Promise<void> {
	const name = randomUUID();
	const answer = await user.send('/account', '?/name', { name });
	if (answer?.location === '/account?done=name#done') acknowledged.named.push(name);
	else isOdd('name', answer);
}

async function serves(agent: BrowserUser, id: number | undefined): Promise<void> {
	const taking = await agent.send('/desk', '?/take', {});
	if (taking?.status === 409) return; // nothing is queued
	const ticket = numberIn(taking, /^\/desk\/tickets\/(\d+)$/);
	if (!ticket) return isOdd('taking', taking);
	acknowledged.taken.push(`${ticket} ${id}`);

	for (const act of ['reply', among(['resolve', 'resolve', 'evaluate', 'await'])]) {
		const text = randomUUID();
		const answer = await agent.send(`/desk/tickets/${ticket}`, `?/${act}`, { text, missing: 'tools-used' });
		if (answer?.status === 303) acknowledged.said.set(text, ticket);
		else isOdd(act, answer);
	}
}

function numberIn(answer: Answer | undefined, where: RegExp): number {
	return Number(where.exec(answer?.location ?? '')?.[1] ?? 0);
}

function isOdd(act: string, answer: Answer | undefined): void {
	unexpected.push(`${act}: ${answer ? `${answer.status} ${answer.location}` : 'no form for it on the page'}`);
}

/** What the log may say of a database that is not there, or not yet. */
const ofAbsence =
	/Connection terminated|terminating connection|connection error and is not queryable|ECONNREFUSED|ECONNRESET|EPIPE|starting up|not yet accepting connections|in recovery mode/;

const sorted = (texts: Iterable<string>) => [...texts].sort();
const counted = (map: ReadonlyMap<string, number>) => sorted([...map].map(([text, ticket]) => `${ticket} ${text}`));

test('all went on after each death, and nothing else broke', async () => {
	const lost = { cut: 0, refused: 0, failed: 0 };
	for (const person of people) for (const how of ['cut', 'refused', 'failed'] as const) lost[how] += person.lost[how];
	console.log(
		`${acknowledged.opened.size} openings, ${acknowledged.taken.length} takings and ${acknowledged.said.size} messages acknowledged; ` +
			`requests sent again: ${lost.cut} cut off, ${lost.refused} refused, ${lost.failed} failed`,
	);
	expect([...unexpected, ...people.flatMap(({ odd }) => odd)]).toEqual([]);
	expect(lost.cut).toBeGreaterThan(0);
	expect(lost.failed).toBeGreaterThan(0);
	expect(installation.complaints().filter((complaint) => !ofAbsence.test(complaint))).toEqual([]);
});

test('every acknowledged opening is there, once, under the number that was told', async () => {
	const tickets = await desk.db.selectFrom('ticket').select(['number', 'subject']).execute();
	// What was not acknowledged was sent again until it was: there is nothing beside it.
	expect(sorted(tickets.map(({ number, subject }) => `${number} ${subject}`))).toEqual(counted(acknowledged.opened));
});

test('everything that was acknowledged as said is there, once', async () => {
	const messages = await desk.db.selectFrom('message').select(['ticket', 'source']).execute();
	const said = messages.filter(({ source }) => source !== 'Non parte');
	expect(sorted(said.map(({ ticket, source }) => `${ticket} ${source}`))).toEqual(counted(acknowledged.said));
});

test('every acknowledged taking is in the log, once', async () => {
	const takings = await desk.db
		.selectFrom('queue_log')
		.select(['ticket', 'actor'])
		.where('type', '=', 'taken')
		.execute();
	expect(sorted(takings.map(({ ticket, actor }) => `${ticket} ${actor}`))).toEqual(sorted(acknowledged.taken));
});

test('every acknowledged step about access is in the audit log, once, and nothing that did not happen', async () => {
	const entries = await recorded(desk, 'account-changed');
	const steps = entries.map(({ details }) => details as { from: { name: string }; to: { name: string } });
	expect(acknowledged.named.length).toBeGreaterThan(deaths.length);
	// What was not acknowledged was sent again until it was: there is nothing beside it.
	expect(steps.map(({ to }) => to.name)).toEqual(acknowledged.named);
	expect(steps.slice(1).map(({ from }) => from.name)).toEqual(acknowledged.named.slice(0, -1));
	const account = desk.db
		.selectFrom('account')
		.select('name')
		.where('id', '=', entries[0]?.actor ?? 0);
	expect(await account.executeTakeFirst()).toEqual({ name: acknowledged.named.at(-1) });
});

test('the audit passes, the tables are what the log says, and what is recorded of a ticket agrees', async () => {
	await expectSound(desk);
	await expectAgreement(desk);
	await desk.db.destroy();
});

test('it starts and stops as if nothing had been', async () => {
	await installation.start();
	expect(await installation.stop()).toBe(0);
	await expect(installation.postmaster()).rejects.toThrow('ENOENT');
});
