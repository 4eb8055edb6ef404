import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Lane } from '#lib/domain/queue.ts';
import { covers as isCovered, type NotServed } from '#lib/domain/serving.ts';
import { isCoveredBy, isOpenTo } from '../db/next-in-line.ts';
import type { DB } from '../db/types.ts';

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
	/** How many of the queued tickets Take next would not give the agent, by the reason; the others it might. */
	notServed: Record<NotServed, number>;
};

type Group = { lane: Lane; product: number; name: string; open: boolean; covered: boolean; tickets: number };

/** One pass over the queued entries answers all of it, by the same conditions as Take next (`headFor`). */
export async function queueState(db: Kysely<DB>, agent: number, at: Temporal.Instant): Promise<QueueState> {
	const { groups, me } = await db
		.selectNoFrom((eb) => [
			jsonArrayFrom(groupsFor(db, agent, at)).as('groups'),
			jsonObjectFrom(
				eb
					.selectFrom('queue_agent')
					.select(['on_duty as onDuty', 'covers', followed.as('follows')])
					.where('agent', '=', agent),
			).as('me'),
		])
		.executeTakeFirstOrThrow();
	const { onDuty, covers, follows } = me ?? {};
	const mine = { onDuty: onDuty === true, covers: covers ?? undefined, follows: covers ? follows : undefined };
	return { ...mine, ...figures(groups, mine) };
}

/** Of `queue_agent`: the names of what is covered. */
const followed = sql<string[]>`array(
	select name from product where product.id = any(queue_agent.covers) order by lower(name)
)`;

/** The queued entries by lane, product and whether they are open to the agent. */
function groupsFor(db: Kysely<DB>, agent: number, at: Temporal.Instant) {
	const groups = db
		.selectFrom('queue_entry')
		.select(({ fn }) => ['lane', 'product', isOpenTo(agent, at).as('open'), fn.countAll<number>().as('tickets')])
		.where('state', '=', 'queued')
		.groupBy(['lane', 'product', 'open'])
		.as('queue_entry');
	return db
		.selectFrom(groups)
		.select((eb) => [
			'queue_entry.lane',
			'queue_entry.product',
			'queue_entry.open',
			'queue_entry.tickets',
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

function figures(groups: Group[], agent: Pick<QueueState, 'covers'>) {
	const sum = (these: Group[]) => these.reduce((total, { tickets }) => total + tickets, 0);
	const inLane = (lane: Lane) => sum(groups.filter((group) => group.lane === lane));
	const queued = { technical: inLane('technical'), consultancy: inLane('consultancy') };
	const notCovered = groups.filter(({ product }) => !isCovered(agent, product));
	const reserved = groups.filter((group) => !group.open && !notCovered.includes(group));
	const behind = queued.technical > 0 ? groups.filter(({ lane }) => lane === 'consultancy') : [];
	const notServed = {
		'not-covered': sum(notCovered),
		reserved: sum(reserved),
		'technical-first': sum(behind.filter((group) => !notCovered.includes(group) && !reserved.includes(group))),
	};
	return { queued, uncovered: uncoveredOf(groups), notServed };
}

function uncoveredOf(groups: Group[]): Uncovered[] {
	const products = new Map<number, Uncovered>();
	for (const { product, name, covered, tickets } of groups) {
		if (covered) continue;
		const before = products.get(product)?.tickets ?? 0;
		products.set(product, { product, name, tickets: before + tickets });
	}
	return [...products.values()].sort((a, b) => a.name.localeCompare(b.name));
}
