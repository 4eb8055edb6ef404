import { sql } from 'kysely';
import { type DeskCalendar, dayOf, startOf } from '#lib/domain/calendar.ts';
import { done } from '#lib/domain/outcome.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import type { Dice } from '../../simulation/dice.ts';
import type { Days } from '../days.ts';
import { play } from '../stage.ts';
import { storyHours } from '../story/hours.ts';
import { type Arrival, arrives, Decks } from './arrivals.ts';
import { finish, take, work } from './at-the-counter.ts';
import { enqueue } from './queueing.ts';
import { type Agent, minutes, type World } from './world.ts';

type Instant = Temporal.Instant;

/** How many business days before today the season begins. */
export const seasonDays = 62;
/** How many tickets it brings; the story has twenty-one more. */
const arrivals = { before: 366, today: 13 };

/** Everything that is known beforehand: who comes when, when the desk opens, when the story goes on. */
export function planDays(world: World, days: Days, calendar: DeskCalendar): void {
	const { dice, hours } = world;
	const decks = new Decks();
	const kinds = arrivalKinds();
	const arrive = (at: Instant) => world.enter(at, (then) => arrives(world, decks, kinds.next().value, then));
	for (const { from, to } of storyHours(days)) {
		world.enter(from.subtract({ minutes: 20 }), (at) => makeWay(world, at));
		world.enter(to, (at) => everybodyTakes(world, at));
	}
	for (let daysAgo = seasonDays; daysAgo >= 1; daysAgo--) {
		planDuty(world, days, daysAgo);
		for (let left = share(daysAgo); left > 0; left--) arrive(hours.free(arrivalTime(days, daysAgo, dice)));
	}
	const [, , , ...notInStory] = world.agents;
	for (const agent of notInStory)
		world.enter(days.ago({ minutes: dice.between(190, 199) }), (at) => comes(world, agent, at));
	for (let left = arrivals.today; left > 0; left--) arrive(days.ago({ seconds: dice.between(240, 8_000) }));
	planNights(world, days, calendar);
}

/** How many of all tickets come on a day: five or six, now and then more, some more than that on the days after. */
function share(daysAgo: number): number {
	const upTo = (days: number) => Math.round((arrivals.before * days) / seasonDays + 1.6 * Math.sin(days * 1.7));
	return daysAgo === seasonDays ? arrivals.before - upTo(daysAgo - 1) : upTo(daysAgo) - upTo(daysAgo - 1);
}

function arrivalTime({ on }: Days, daysAgo: number, dice: Dice): Instant {
	const [from, hours] = dice.weighed<[string, number]>([
		[3, ['08:00', 1]],
		[48, ['09:00', 3.5]],
		[5, ['12:30', 1.5]],
		[38, ['14:00', 3.8]],
		[4, ['19:00', 4]],
	]);
	return on(daysAgo, from).add({ seconds: dice.below(hours * 3_600) });
}

function* arrivalKinds(): Generator<Arrival, Arrival> {
	for (let nth = 0; ; nth++)
		yield nth > 40 && nth % 22 === 11 ? 'follow-up' : nth > 30 && nth % 25 === 17 ? 'twin' : 'new';
}

/** The desk opens and closes. On the evening before today those of the story leave with it. */
function planDuty(world: World, { on }: Days, daysAgo: number): void {
	const { dice } = world;
	for (const agent of world.agents) {
		world.enter(on(daysAgo, '08:20').add({ seconds: dice.below(1_000) }), (at) => comes(world, agent, at));
		const evening = on(daysAgo, '17:40').add({ seconds: dice.below(1_500) });
		if (daysAgo > 1 || !agent.inStory) world.enter(evening, (at) => leaves(world, agent, at));
		else
			world.enter(on(1, '17:00'), async () => {
				agent.onDuty = false;
			});
	}
}

async function comes(world: World, agent: Agent, at: Instant): Promise<void> {
	agent.onDuty = true;
	await take(world, agent, at);
}

/** What is in hand is finished, or now and then left for tomorrow. */
async function leaves(world: World, agent: Agent, at: Instant): Promise<void> {
	if (!agent.onDuty) return;
	const finishes = !world.dice.chance(0.2);
	world.closing = true;
	for (let acts = 0, then = at; finishes && agent.hand && acts < 8; acts++, then = minutes(then, world.dice, 1, 4)) {
		await work(world, agent, agent.hand, then);
	}
	world.closing = false;
	const { hand } = agent;
	if (agent.atDesk) await agent.side.goesOff(world.moment(at));
	Object.assign(agent, { onDuty: false, atDesk: false, hand: undefined });
	if (hand) enqueue(world, hand, at);
}

/** Before the story goes on: the counter is free, and those who are in the story are on duty. */
async function makeWay(world: World, at: Instant): Promise<void> {
	await finish(world, at);
	for (const agent of world.agents) {
		if (!agent.inStory || !agent.onDuty || agent.atDesk) continue;
		await agent.side.goesOn(world.moment(at));
		agent.atDesk = true;
	}
}

async function everybodyTakes(world: World, at: Instant): Promise<void> {
	for (const agent of world.agents) await take(world, agent, at);
}

/** Once a week: plans that were made while these were empty would read them from end to end until the transaction is over. */
const grown = [
	'account',
	'customer',
	'ticket',
	'message',
	'attachment',
	'queue_log',
	'request_key',
	'hold',
	'event',
	'mail_out',
	'searchable',
	'staff_searchable',
	'search_word',
];

/** At every midnight the lapses that hold by then are written down. */
function planNights(world: World, { on, ago }: Days, calendar: DeskCalendar): void {
	const nights = dayOf(calendar, on(seasonDays, '12:00')).until(dayOf(calendar, ago({ minutes: 0 }))).days;
	for (let back = nights; back >= 0; back--)
		world.enter(startOf(calendar, dayOf(calendar, ago({ minutes: 0 })).subtract({ days: back })), (at) =>
			night(world, at),
		);
}

async function night({ stage, cases }: World, at: Instant): Promise<void> {
	if (at.toZonedDateTimeISO('UTC').dayOfWeek === 5)
		await sql`analyze ${sql.join(grown.map((each) => sql.table(each)))}`.execute(stage.desk.db);
	await play(stage, at, async () => done(await recordLapses(stage.desk)));
	const query = stage.desk.db.selectFrom('resolution').select('ticket').where('as', '=', 'lapsed').where('at', '=', at);
	for (const { ticket } of await query.execute())
		Object.assign(cases.get(ticket) ?? {}, { state: 'resolved', since: at });
}
