import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Lane, Reservation } from '#lib/domain/queue.ts';
import { covers as isCovered, isReservedForAnother, type NotServed } from '#lib/domain/serving.ts';
import { namesCovered } from '../db/agents.ts';
import { isCoveredBy } from '../db/next-in-line.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import type { UpTo } from './day-figures.ts';

/** A product with queued tickets that nobody on duty covers (P4). */
export type Uncovered = { product: number; name: string; tickets: number };

/** The queue in figures, as one agent stands before it. */
export type QueueState = {
	queued: Record<Lane, number>;
	uncovered: Uncovered[];
	onDuty: boolean;
	/** The products the agent covers; all when unset. */
	covers: readonly number[] | undefined;
	/** Their names. */
	follows: string[] | undefined;
	/** When the one that waits longest of those queued came into the queue, or came back to it. */
	longest: Temporal.Instant | undefined;
	/** How far the log and the messages go. */
	upTo: UpTo;
	/** How many of the queued tickets Take next would not give the agent, by the reason; the others it might. */
	notServed: Record<NotServed, number>;
};

/** The queued tickets in one product: how many, how many of them consultancy, and when the first of them was queued, as JSON has it. */
type InProduct = {
	product: number;
	/** By somebody on duty. */
	covered: boolean;
	tickets: number;
	consultancy: number;
	since: string;
};
/** A queued ticket that is reserved, be its time over or not; `until` as JSON has it. */
type Reserved = { product: number; lane: Lane; for: number; until: string };
type Queued = { products: InProduct[]; reserved: Reserved[] };

/** As it was last read, for everybody in this process. Each change of it is written with a row of the log, those of duty and coverage too. */
const lastRead = new WeakMap<Kysely<DB>, { log: number; queued: Queued }>();

/** By the same conditions as Take next (`headFor`). The queued entries are passed over only when the log has gone on since. */
export async function queueState(db: Kysely<DB>, agent: number, at: Temporal.Instant): Promise<QueueState> {
	const last = lastRead.get(db);
	const [now] = await stateOf(db, { agent, known: last?.log ?? -1 });
	const queued = now?.queued ?? last?.queued;
	if (!now || !queued) throw new Error('The database told nothing of the queue.');
	const { log, message, me, names } = now;
	lastRead.set(db, { log, queued });

	const { onDuty, covers, follows } = me ?? {};
	const mine = { onDuty: onDuty === true, covers: covers ?? undefined, follows: covers ? follows : undefined };
	return {
		...mine,
		...figures(queued, mine, (one) => isReservedForAnother({ reserved: reservationOf(one) }, agent, at)),
		uncovered: uncoveredOf(queued.products, names),
		longest: longestIn(queued.products),
		upTo: { log, message: message ?? 0 },
	};
}

const stateOf = statement((db, { agent, known }: { agent: number; known: number }) =>
	db.selectNoFrom((eb) => [
		logged(db).$asScalar().$notNull().as('log'),
		eb
			.selectFrom('message')
			.select(({ fn }) => fn.max('id').as('last'))
			.as('message'),
		sql<Queued | null>`case when (${logged(db)}) <> ${known} then json_build_object(
			'products', ${jsonArrayFrom(byProduct(db))}, 'reserved', ${jsonArrayFrom(reserved(db))}
		) end`.as('queued'),
		sql<Record<number, string> | null>`(select json_object_agg(id, name) from product)`.as('names'),
		jsonObjectFrom(
			eb
				.selectFrom('queue_agent')
				.select(['on_duty as onDuty', 'covers', namesCovered.as('follows')])
				.where('agent', '=', agent),
		).as('me'),
	]),
);

function logged(db: Kysely<DB>) {
	return db.selectFrom('queue_counter').select('seq');
}

/** Grouped by one number, which is twice as fast as by lane and product. */
function byProduct(db: Kysely<DB>) {
	const counts = db
		.selectFrom('queue_entry')
		.select(({ fn }) => [
			'product',
			fn.countAll<number>().as('tickets'),
			fn.countAll<number>().filterWhere('lane', '=', 'consultancy').as('consultancy'),
			sql<string>`min(since)`.as('since'),
		])
		.where('state', '=', 'queued')
		.groupBy('product')
		.as('queue_entry');
	return db.selectFrom(counts).selectAll('queue_entry').select(isCoveredByOneOnDuty.as('covered'));
}

/** Of `queue_entry`: whether one on duty covers its product. */
const isCoveredByOneOnDuty = sql<boolean>`exists (
	select from queue_agent where queue_agent.on_duty and ${isCoveredBy(sql.ref('queue_agent.covers'))}
)`;

function reserved(db: Kysely<DB>) {
	return db
		.selectFrom('queue_entry')
		.select(['product', 'lane', 'reserved_for as for', 'reserved_until as until'])
		.where('state', '=', 'queued')
		.where('reserved_for', 'is not', null);
}

function reservationOf({ for: agent, until }: Reserved): Reservation {
	return { for: agent, until: Temporal.Instant.from(until) };
}

function figures(
	{ products, reserved }: Queued,
	agent: Pick<QueueState, 'covers'>,
	isKept: (from: Reserved) => boolean,
): Pick<QueueState, 'queued' | 'notServed'> {
	const sum = (these: InProduct[], count: (of: InProduct) => number) =>
		these.reduce((total, one) => total + count(one), 0);
	const consultancy = sum(products, (one) => one.consultancy);
	const technical = sum(products, ({ tickets }) => tickets) - consultancy;
	const followed = products.filter(({ product }) => isCovered(agent, product));
	const others = products.filter((one) => !followed.includes(one));
	const kept = reserved.filter((one) => isCovered(agent, one.product) && isKept(one));
	const open = sum(followed, (one) => one.consultancy) - kept.filter(({ lane }) => lane === 'consultancy').length;
	const notServed = {
		'not-covered': sum(others, ({ tickets }) => tickets),
		reserved: kept.length,
		'technical-first': technical > 0 ? open : 0,
	};
	return { queued: { technical, consultancy }, notServed };
}

function longestIn(products: InProduct[]): Temporal.Instant | undefined {
	return products.map(({ since }) => Temporal.Instant.from(since)).sort(Temporal.Instant.compare)[0];
}

function uncoveredOf(products: InProduct[], names: Readonly<Record<number, string>> | null): Uncovered[] {
	return products
		.filter(({ covered }) => !covered)
		.map(({ product, tickets }) => ({ product, name: names?.[product] ?? '', tickets }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
