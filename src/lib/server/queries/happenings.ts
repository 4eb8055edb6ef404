import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Environment } from '#lib/domain/checklist.ts';
import type { ResolvedAs, TicketChange } from '#lib/domain/queue.ts';
import type { Standing } from '#lib/domain/ticket.ts';
import type { DB } from '../db/types.ts';

/**
 * What happened, for the words between the messages. `reason` is the fact's own: why queued, which hold, to which lane, which
 * product, into which ticket, resolved how.
 */
export type HappeningItem = {
	kind: 'happening';
	type: TicketChange['type'] | BesideTheQueue;
	reason: string | undefined;
	at: string;
	/** Who did it; for staff only. */
	actor: string | undefined;
	/** Of a lapse that was moved. */
	move: LapseMove | undefined;
	/** Of an environment that a reply updated: what of it. */
	environment: Partial<Environment> | undefined;
	/** Of a fact of the queue: its row in the log; for staff only. */
	key: number | undefined;
};

/** What is told of a ticket and is no fact of the queue. */
const besideTheQueue = ['lapse-moved', 'environment-updated'] as const;
type BesideTheQueue = (typeof besideTheQueue)[number];

/** The closure, its days as YYYY-MM-DD, and the instant the time runs out since. */
type LapseMove = { days: string[]; reason: string; lapsesAt: string };

type HappeningRow = {
	order: number;
	type: HappeningItem['type'];
	reason: string | null;
	at: string;
	actor: string | null;
	data: unknown;
};

/** A ticket's happenings as JSON rows in their order, for the query that reads its conversation. */
export function happeningsOf(db: Kysely<DB>, ticket: number) {
	const beside = db
		.selectFrom('event')
		.leftJoin('account', (join) =>
			join.onRef('account.id', '=', 'event.actor').on('event.type', '=', 'environment-updated'),
		)
		.select((eb) => [
			'event.id as order',
			eb.ref('event.type').$castTo<HappeningItem['type']>().as('type'),
			sql<string | null>`null`.as('reason'),
			eb.cast<string>('event.at', 'text').as('at'),
			'account.name as actor',
			eb.ref('event.data').$castTo<unknown>().as('data'),
		])
		.where('event.ticket', '=', ticket)
		.where('event.type', 'in', besideTheQueue);
	return jsonArrayFrom(
		db
			.selectFrom('queue_log')
			.leftJoin('account', 'account.id', 'queue_log.actor')
			.select((eb) => [
				'queue_log.seq as order',
				eb.ref('queue_log.type').$castTo<HappeningItem['type']>().as('type'),
				reasonOf.as('reason'),
				eb.cast<string>('queue_log.at', 'text').as('at'),
				'account.name as actor',
				sql<unknown>`null::jsonb`.as('data'),
			])
			.where('queue_log.ticket', '=', ticket)
			.unionAll(beside)
			.orderBy('order'),
	);
}

const reasonOf = sql<string | null>`coalesce(queue_log.reason, case queue_log.type
	when 'moved' then queue_log.lane
	when 'corrected' then (select name from product where product.id = queue_log.product)
	when 'merged' then queue_log.merged_into::text
end)`;

/** The facts of the queue, and what happened beside it: a list each. */
export function happenings(rows: HappeningRow[], standing: Standing): HappeningItem[][] {
	const items: HappeningItem[] = rows.map(({ order, type, reason, at, actor, data }) => ({
		kind: 'happening',
		type,
		key: isBeside(type) ? undefined : order,
		reason: reason ?? undefined,
		at: isLapse(type, reason) && standing.state === 'resolved' ? standing.at.toString() : at,
		actor: actor ?? undefined,
		...toldBy(type, data),
	}));
	const facts = items.filter(({ type }) => !isBeside(type));
	const beside = items.filter(({ type }) => isBeside(type));
	if (standing.state === 'resolved' && !facts.some(({ type }) => type === 'resolved' || type === 'merged')) {
		const { as: reason, at } = standing;
		const resolved = { kind: 'happening', type: 'resolved', reason, at: at.toString() } as const;
		facts.push({ ...resolved, actor: undefined, key: undefined, ...toldBy('resolved', null) });
	}
	return [facts, beside];
}

function isBeside(type: HappeningItem['type']): type is BesideTheQueue {
	return besideTheQueue.some((beside) => beside === type);
}

/** What an event has to tell besides who and when. */
function toldBy(type: HappeningItem['type'], data: unknown): Pick<HappeningItem, 'move' | 'environment'> {
	return {
		move: type === 'lapse-moved' ? (data as LapseMove) : undefined,
		environment: type === 'environment-updated' ? (data as { changed: Partial<Environment> }).changed : undefined,
	};
}

/** The log says when a lapse was written down; the reader is told when it happened. */
function isLapse(type: HappeningItem['type'], reason: string | null): boolean {
	return type === 'resolved' && reason === ('lapsed' satisfies ResolvedAs);
}
