import { type Kysely, sql } from 'kysely';
import { dayOf, startOf } from '#lib/domain/calendar.ts';
import { glancePolicy } from '../db/policy.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** Tickets taken and resolved, and texts sent to customers. */
export type Done = { taken: number; answered: number; resolved: number };

/** A local day at the desk until now: facts of what was done, never a forecast (P3). */
export type DayFigures = {
	arrived: number;
	everybody: Done;
	mine: Done;
	/** By the local hour in which it happened, 0 to 23, in order; hours in which nothing did are left out. */
	hours: { hour: number; arrived: number; taken: number }[];
	/** The tickets whose wait for the customer was the reader's, and lapsed (P5). */
	lapsed: number[];
};

/** How far the log and the messages go: figures that were read up to there are those of now. */
export type UpTo = { log: number; message: number };

type Counted = { type: 'opened' | 'taken' | 'resolved'; actor: number | null; hour: number; times: number };
type HouseDay = {
	counted: Counted[];
	answered: { author: number; times: number }[];
	lapsed: { ticket: number; agent: number }[];
};

const read = new WeakMap<Kysely<DB>, { upTo: string; day: Promise<HouseDay> }>();

/** The day as one agent sees it, from one reading for everybody in this process: it is made when something has happened since. */
export async function dayFigures({ db, clock }: Desk, agent: number, { log, message }: UpTo): Promise<DayFigures> {
	const { timeZone } = await glancePolicy(db);
	const begins = startOf({ timeZone }, dayOf({ timeZone }, await clock.now(db)));
	const upTo = [begins, timeZone, log, message].join();
	let last = read.get(db);
	if (last?.upTo !== upTo) {
		last = { upTo, day: readDay(db, begins, timeZone) };
		read.set(db, last);
		last.day.catch(() => read.delete(db));
	}
	return figuresOf(await last.day, agent);
}

/**
 * The log is in the order of time, so that the day is its end: found from behind, it costs by what the day has. Both ends of the range
 * are given, or PostgreSQL would expect a third of the log between them.
 */
async function readDay(db: Kysely<DB>, begins: Temporal.Instant, timeZone: string): Promise<HouseDay> {
	const { rows } = await sql<HouseDay>`
		with day as materialized (
			select seq, ticket, reason, actor, case type when 'merged' then 'resolved' else type end as type,
				extract(hour from at at time zone ${timeZone})::integer as hour
			from queue_log
			where seq > coalesce((select seq from queue_log where at < ${begins} order by seq desc limit 1), 0)
				and seq <= (select seq from queue_counter)
				and type in ('opened', 'taken', 'resolved', 'merged')
		)
		select
			(select coalesce(json_agg(counted), '[]') from (
				select type, case when type <> 'opened' then actor end as actor, hour, count(*)::integer as times
				from day group by 1, 2, 3
			) counted) as counted,
			(select coalesce(json_agg(written), '[]') from (
				select author, count(*)::integer as times from message
				where side = 'support' and created_at >= ${begins} group by author
			) written) as answered,
			(select coalesce(json_agg(json_build_object('ticket', ticket, 'agent', (
				select actor from queue_log held
				where held.ticket = day.ticket and held.type = 'held' and held.seq < day.seq order by held.seq desc limit 1
			)) order by ticket), '[]') from day where reason = 'lapsed') as lapsed
	`.execute(db);
	const [day] = rows;
	if (!day) throw new Error('The database told nothing of the day.');
	return day;
}

function figuresOf({ counted, answered, lapsed }: HouseDay, agent: number): DayFigures {
	const sum = (type: Counted['type'], by?: number) =>
		total(counted.filter((one) => one.type === type && (by === undefined || one.actor === by)));
	const done = (by?: number): Done => ({
		taken: sum('taken', by),
		answered: total(answered.filter(({ author }) => by === undefined || author === by)),
		resolved: sum('resolved', by),
	});
	return {
		arrived: sum('opened'),
		everybody: done(),
		mine: done(agent),
		hours: hoursOf(counted),
		lapsed: lapsed.filter((one) => one.agent === agent).map(({ ticket }) => ticket),
	};
}

function hoursOf(counted: readonly Counted[]): DayFigures['hours'] {
	const moves = counted.filter(({ type }) => type !== 'resolved');
	const hours = [...new Set(moves.map(({ hour }) => hour))].sort((a, b) => a - b);
	return hours.map((hour) => {
		const of = (type: Counted['type']) => total(moves.filter((one) => one.hour === hour && one.type === type));
		return { hour, arrived: of('opened'), taken: of('taken') };
	});
}

function total(these: readonly { times: number }[]): number {
	return these.reduce((sum, { times }) => sum + times, 0);
}
