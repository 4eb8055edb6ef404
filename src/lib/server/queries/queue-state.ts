import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Lane } from '#lib/domain/queue.ts';
import { covers as isCovered, type NotServed } from '#lib/domain/serving.ts';
import { namesCovered } from '../db/agents.ts';
import { isCoveredBy, isOpenTo } from '../db/next-in-line.ts';
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

/** The queued tickets in one product: how many, how many of them consultancy; `kept` are those reserved for others. */
type InProduct = {
	product: number;
	name: string;
	/** By somebody on duty. */
	covered: boolean;
	tickets: number;
	consultancy: number;
	kept: number;
	consultancyKept: number;
	/** When the first of them was queued, as JSON has it. */
	since: string;
};

/** One pass over the queued entries answers all of it, by the same conditions as Take next (`headFor`). */
export async function queueState(db: Kysely<DB>, agent: number, at: Temporal.Instant): Promise<QueueState> {
	const [read] = await stateOf(db, { agent, at });
	if (!read) throw new Error('The database told nothing of the queue.');
	const { products, me, log, message } = read;
	const { onDuty, covers, follows } = me ?? {};
	const mine = { onDuty: onDuty === true, covers: covers ?? undefined, follows: covers ? follows : undefined };
	return { ...mine, ...figures(products, mine), longest: longestIn(products), upTo: { log, message: message ?? 0 } };
}

const stateOf = statement((db, { agent, at }: { agent: number; at: Temporal.Instant }) =>
	db.selectNoFrom((eb) => [
		eb.selectFrom('queue_counter').select('seq').$asScalar().$notNull().as('log'),
		eb
			.selectFrom('message')
			.select(({ fn }) => fn.max('id').as('last'))
			.as('message'),
		jsonArrayFrom(byProduct(db, agent, at)).as('products'),
		jsonObjectFrom(
			eb
				.selectFrom('queue_agent')
				.select(['on_duty as onDuty', 'covers', namesCovered.as('follows')])
				.where('agent', '=', agent),
		).as('me'),
	]),
);

/** Grouped by one number, which is twice as fast as by lane and product. */
function byProduct(db: Kysely<DB>, agent: number, at: Temporal.Instant) {
	const isKept = sql<boolean>`queue_entry.reserved_for is not null and not ${isOpenTo(agent, at)}`;
	const counts = db
		.selectFrom('queue_entry')
		.select(({ fn }) => [
			'product',
			fn.countAll<number>().as('tickets'),
			fn.countAll<number>().filterWhere('lane', '=', 'consultancy').as('consultancy'),
			sql<string>`min(since)`.as('since'),
			fn.countAll<number>().filterWhere(isKept).as('kept'),
			fn.countAll<number>().filterWhere(isKept).filterWhere('lane', '=', 'consultancy').as('consultancyKept'),
		])
		.where('state', '=', 'queued')
		.groupBy('product')
		.as('queue_entry');
	return db
		.selectFrom(counts)
		.selectAll('queue_entry')
		.select((eb) => [
			eb
				.selectFrom('product')
				.select('name')
				.whereRef('id', '=', 'queue_entry.product')
				.$asScalar()
				.$notNull()
				.as('name'),
			isCoveredByOneOnDuty.as('covered'),
		]);
}

/** Of `queue_entry`: whether one on duty covers its product. */
const isCoveredByOneOnDuty = sql<boolean>`exists (
	select from queue_agent where queue_agent.on_duty and ${isCoveredBy(sql.ref('queue_agent.covers'))}
)`;

function figures(products: InProduct[], agent: Pick<QueueState, 'covers'>) {
	const sum = (these: InProduct[], count: (of: InProduct) => number) =>
		these.reduce((total, one) => total + count(one), 0);
	const consultancy = sum(products, (one) => one.consultancy);
	const technical = sum(products, ({ tickets }) => tickets) - consultancy;
	const followed = products.filter(({ product }) => isCovered(agent, product));
	const others = products.filter((one) => !followed.includes(one));
	const notServed = {
		'not-covered': sum(others, ({ tickets }) => tickets),
		reserved: sum(followed, ({ kept }) => kept),
		'technical-first': technical > 0 ? sum(followed, (one) => one.consultancy - one.consultancyKept) : 0,
	};
	return { queued: { technical, consultancy }, uncovered: uncoveredOf(products), notServed };
}

function longestIn(products: InProduct[]): Temporal.Instant | undefined {
	return products.map(({ since }) => Temporal.Instant.from(since)).sort(Temporal.Instant.compare)[0];
}

function uncoveredOf(products: InProduct[]): Uncovered[] {
	return products
		.filter(({ covered }) => !covered)
		.map(({ product, name, tickets }) => ({ product, name, tickets }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
