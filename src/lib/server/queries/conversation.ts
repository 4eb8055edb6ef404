import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Environment } from '#lib/domain/checklist.ts';
import type { ResolvedAs, TicketChange } from '#lib/domain/queue.ts';
import type { MessageSide, Standing } from '#lib/domain/ticket.ts';
import type { TicketInSight } from '../access/tickets.ts';
import type { DB } from '../db/types.ts';

export type AttachmentView = { id: string; name: string; mediaType: string; size: number };

export type MessageItem = {
	kind: 'message';
	side: MessageSide;
	author: string;
	html: string;
	at: string;
	attachments: AttachmentView[];
};
export type NoteItem = { kind: 'note'; author: string; html: string; at: string };

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
};

/** What is told of a ticket and is no fact of the queue. */
const besideTheQueue = ['lapse-moved', 'environment-updated'] as const;
type BesideTheQueue = (typeof besideTheQueue)[number];

/** The closure, its days as YYYY-MM-DD, and the instant the time runs out since. */
type LapseMove = { days: string[]; reason: string; lapsesAt: string };

export type ConversationItem = MessageItem | NoteItem | HappeningItem;

/** Messages and happenings of a ticket in order, as its customer reads them: no note, no name of who acted on the queue. */
export async function conversationForCustomer(
	db: Kysely<DB>,
	ticket: TicketInSight,
	standing: Standing,
): Promise<(MessageItem | HappeningItem)[]> {
	const read = await db
		.selectNoFrom(() => [messagesOf(db, ticket).as('messages'), happeningsOf(db, ticket).as('happenings')])
		.executeTakeFirstOrThrow();
	const unnamed = happenings(read.happenings, standing).map((list) =>
		list.map((happening) => ({ ...happening, actor: undefined })),
	);
	return merged<MessageItem | HappeningItem>([messages(read.messages), ...unnamed]);
}

/** The same for staff, with internal notes and names. */
export async function conversationForStaff(
	db: Kysely<DB>,
	ticket: TicketInSight,
	standing: Standing,
): Promise<ConversationItem[]> {
	const read = await db
		.selectNoFrom(() => [
			messagesOf(db, ticket).as('messages'),
			notesOf(db, ticket).as('notes'),
			happeningsOf(db, ticket).as('happenings'),
		])
		.executeTakeFirstOrThrow();
	const lists = [messages(read.messages), notes(read.notes), ...happenings(read.happenings, standing)];
	return merged<ConversationItem>(lists);
}

/** Rows come as JSON, so that a conversation is one query; their instants are PostgreSQL's text. */
function messagesOf(db: Kysely<DB>, ticket: TicketInSight) {
	return jsonArrayFrom(
		db
			.selectFrom('message')
			.innerJoin('account', 'account.id', 'message.author')
			.select((eb) => [
				'message.side',
				'account.name as author',
				'message.html',
				eb.cast<string>('message.created_at', 'text').as('at'),
				jsonArrayFrom(
					eb
						.selectFrom('attachment')
						.select(['attachment.id', 'attachment.name', 'attachment.media_type as mediaType', 'attachment.size'])
						.whereRef('attachment.message', '=', 'message.id')
						.orderBy('attachment.position'),
				).as('attachments'),
			])
			.where('message.ticket', '=', ticket.number)
			.orderBy('message.id'),
	);
}

function messages(rows: Omit<MessageItem, 'kind'>[]): MessageItem[] {
	return rows.map((row) => ({ ...row, kind: 'message', at: iso(row.at) }));
}

function notesOf(db: Kysely<DB>, ticket: TicketInSight) {
	return jsonArrayFrom(
		db
			.selectFrom('note')
			.innerJoin('account', 'account.id', 'note.author')
			.select((eb) => ['account.name as author', 'note.html', eb.cast<string>('note.created_at', 'text').as('at')])
			.where('note.ticket', '=', ticket.number)
			.orderBy('note.id'),
	);
}

function notes(rows: Omit<NoteItem, 'kind'>[]): NoteItem[] {
	return rows.map((row) => ({ ...row, kind: 'note', at: iso(row.at) }));
}

type HappeningRow = {
	type: HappeningItem['type'];
	reason: string | null;
	at: string;
	actor: string | null;
	data: unknown;
};

function happeningsOf(db: Kysely<DB>, ticket: TicketInSight) {
	const moves = db
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
		.where('event.ticket', '=', ticket.number)
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
			.where('queue_log.ticket', '=', ticket.number)
			.unionAll(moves)
			.orderBy('order'),
	);
}

const reasonOf = sql<string | null>`coalesce(queue_log.reason, case queue_log.type
	when 'moved' then queue_log.lane
	when 'corrected' then (select name from product where product.id = queue_log.product)
	when 'merged' then queue_log.merged_into::text
end)`;

/** The facts of the queue, and what happened beside it: a list each. */
function happenings(rows: HappeningRow[], standing: Standing): HappeningItem[][] {
	const items: HappeningItem[] = rows.map(({ type, reason, at, actor, data }) => ({
		kind: 'happening',
		type,
		reason: reason ?? undefined,
		at: isLapse(type, reason) && standing.state === 'resolved' ? standing.at.toString() : iso(at),
		actor: actor ?? undefined,
		...toldBy(type, data),
	}));
	const isBeside = ({ type }: HappeningItem) => besideTheQueue.some((beside) => beside === type);
	const facts = items.filter((item) => !isBeside(item));
	const beside = items.filter(isBeside);
	if (standing.state === 'resolved' && !facts.some(({ type }) => type === 'resolved' || type === 'merged')) {
		const { as: reason, at } = standing;
		const resolved = { kind: 'happening', type: 'resolved', reason, at: at.toString(), actor: undefined } as const;
		facts.push({ ...resolved, ...toldBy('resolved', null) });
	}
	return [facts, beside];
}

/** What an event has to tell besides who and when. */
function toldBy(type: HappeningItem['type'], data: unknown): Pick<HappeningItem, 'move' | 'environment'> {
	return {
		move: type === 'lapse-moved' ? (data as LapseMove) : undefined,
		environment: type === 'environment-updated' ? (data as { changed: Partial<Environment> }).changed : undefined,
	};
}

function iso(instant: string): string {
	return Temporal.Instant.from(instant).toString();
}

/** The log says when a lapse was written down; the reader is told when it happened. */
function isLapse(type: HappeningItem['type'], reason: string | null): boolean {
	return type === 'resolved' && reason === ('lapsed' satisfies ResolvedAs);
}

/**
 * The lists as one, by instant. Within each its own order stays, which is that of the writing and not of any clock; at the
 * same instant what was said stands before what follows from it, except the opening itself.
 */
function merged<Item extends ConversationItem>(lists: Item[][]): Item[] {
	const rest = lists.map((list) => list.map((item) => ({ item, at: Temporal.Instant.from(item.at) })));
	const items: Item[] = [];
	for (;;) {
		const heads = rest.flatMap((list) => (list[0] ? [{ ...list[0], list }] : []));
		const first = heads.sort((a, b) => Temporal.Instant.compare(a.at, b.at) || rank(a.item) - rank(b.item))[0];
		if (!first) return items;
		items.push(first.item);
		first.list.shift();
	}
}

function rank(item: ConversationItem): number {
	if (item.kind !== 'happening') return 1;
	return item.type === 'opened' ? 0 : 2;
}
