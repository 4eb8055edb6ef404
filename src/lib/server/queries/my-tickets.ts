import { inSight } from '../access/tickets.ts';
import { userStatement } from '../access/user-statement.ts';
import type { UserViewer } from '../access/viewer.ts';
import { eachOf } from '../db/each-of.ts';
import type { Desk } from '../desk.ts';
import { type ListedStub, listedFrom, listedStubs } from './news.ts';

/** One's own, all of them; and the first of the colleagues', with how many more there are. */
export type MineAndTheirs = { mine: ListedStub[]; theirs: ListedStub[]; moreOfTheirs: number };

/** A customer's tickets by whose turn it is. */
export type MyTickets = {
	/** Support awaits the customer; in order of arrival. */
	yours: MineAndTheirs;
	/** Queued, under evaluation or in hand, in order of arrival. */
	support: MineAndTheirs;
	/** The last that were resolved, the latest first. */
	resolved: MineAndTheirs;
	/** The viewer has opened a ticket before, be it in sight here or not. */
	begun: boolean;
};

const resolvedShown = 10;
const theirsShown = 10;
/** Looked for among a customer's newest so many, so that a long history costs no more than a short one. */
const recent = 100;

export async function myTickets(desk: Desk, viewer: UserViewer): Promise<MyTickets> {
	const now = await desk.clock.now(desk.db);
	const [open, ended] = await Promise.all([openOf(desk.db, viewer, {}), endedOf(desk.db, viewer, {})]);
	const standing = open.map((row) => listedFrom(row, now, viewer));
	// What has lapsed and is not written down yet is among the open ones, and resolved all the same (P5).
	const lapsed = standing.filter(({ turn }) => turn === 'resolved');
	const resolved = [...lapsed, ...ended.map((row) => listedFrom(row, now, viewer))].sort(latestFirst);
	return {
		yours: grouped(standing.filter(({ turn }) => turn === 'customer')),
		support: grouped(standing.filter(({ turn }) => turn === 'support' || turn === 'in-hand')),
		resolved: grouped(resolved.slice(0, resolvedShown)),
		begun: standing.some(({ openedByMe }) => openedByMe) || ended.some(({ begun }) => begun),
	};
}

function grouped(tickets: ListedStub[]): MineAndTheirs {
	const theirs = tickets.filter(({ openedByMe }) => !openedByMe);
	return {
		mine: tickets.filter(({ openedByMe }) => openedByMe),
		theirs: theirs.slice(0, theirsShown),
		moreOfTheirs: Math.max(0, theirs.length - theirsShown),
	};
}

function latestFirst(a: ListedStub, b: ListedStub): number {
	return Temporal.Instant.compare(b.since, a.since) || b.number - a.number;
}

const openOf = userStatement((db, user) =>
	listedStubs(db, user).where(inSight(user)).where('entry.customer', '=', user.customer).orderBy('ticket.number'),
);

const endedOf = userStatement((db, user) => {
	const newest = db.selectFrom('ticket').select('number').where(inSight(user)).orderBy('number', 'desc').limit(recent);
	const latest = db
		.selectFrom(newest.as('newest'))
		.innerJoin('resolution', 'resolution.ticket', 'newest.number')
		.select('newest.number')
		.orderBy('resolution.at', 'desc')
		.orderBy('newest.number', 'desc')
		.limit(resolvedShown);
	const opened = db.selectFrom('ticket').select('number').where('opened_by', '=', user.id);
	return listedStubs(db, user)
		.select((eb) => eb.exists(opened).$castTo<boolean>().as('begun'))
		.where('ticket.number', '=', eachOf(latest))
		.where(inSight(user));
});
