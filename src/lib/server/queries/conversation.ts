import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { FactType, ResolvedAs } from '#lib/domain/queue.ts';
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

/** What happened, for the words between the messages. `reason` is the fact's own: why queued, which hold, resolved how. */
export type HappeningItem = {
	kind: 'happening';
	type: FactType | 'lapse-moved';
	reason: string | undefined;
	at: string;
	/** Who did it; for staff only. */
	actor: string | undefined;
};

export type ConversationItem = MessageItem | NoteItem | HappeningItem;

/** Messages and happenings of a ticket in order, as its customer reads them: no note, no name of who acted on the queue. */
export async function conversationForCustomer(
	db: Kysely<DB>,
	ticket: TicketInSight,
	standing: Standing,
): Promise<(MessageItem | HappeningItem)[]> {
	const [messages, happenings] = await Promise.all([messagesOf(db, ticket), happeningsOf(db, ticket, standing)]);
	const unnamed = happenings.map((list) => list.map((happening) => ({ ...happening, actor: undefined })));
	return merged<MessageItem | HappeningItem>([messages, ...unnamed]);
}

/** The same for staff, with internal notes and names. */
export async function conversationForStaff(
	db: Kysely<DB>,
	ticket: TicketInSight,
	standing: Standing,
): Promise<ConversationItem[]> {
	const [messages, notes, happenings] = await Promise.all([
		messagesOf(db, ticket),
		notesOf(db, ticket),
		happeningsOf(db, ticket, standing),
	]);
	return merged<ConversationItem>([messages, notes, ...happenings]);
}

async function messagesOf(db: Kysely<DB>, ticket: TicketInSight): Promise<MessageItem[]> {
	const messages = await db
		.selectFrom('message')
		.innerJoin('account', 'account.id', 'message.author')
		.select(['message.side', 'account.name as author', 'message.html', 'message.created_at as at'])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('attachment')
					.select(['attachment.id', 'attachment.name', 'attachment.media_type as mediaType', 'attachment.size'])
					.whereRef('attachment.message', '=', 'message.id')
					.orderBy('attachment.position'),
			).as('attachments'),
		)
		.where('message.ticket', '=', ticket.number)
		.orderBy('message.id')
		.execute();
	return messages.map(({ at, ...message }) => ({ ...message, kind: 'message', at: at.toString() }));
}

async function notesOf(db: Kysely<DB>, ticket: TicketInSight): Promise<NoteItem[]> {
	const notes = await db
		.selectFrom('note')
		.innerJoin('account', 'account.id', 'note.author')
		.select(['account.name as author', 'note.html', 'note.created_at as at'])
		.where('note.ticket', '=', ticket.number)
		.orderBy('note.id')
		.execute();
	return notes.map(({ at, ...note }) => ({ ...note, kind: 'note', at: at.toString() }));
}

/** The facts of the queue, and the moves of its lapse: a list each. */
async function happeningsOf(db: Kysely<DB>, ticket: TicketInSight, standing: Standing): Promise<HappeningItem[][]> {
	const rows = await db
		.selectFrom('queue_log')
		.leftJoin('account', 'account.id', 'queue_log.actor')
		.select((eb) => [
			'queue_log.seq as order',
			eb.ref('queue_log.type').$castTo<HappeningItem['type']>().as('type'),
			'queue_log.reason',
			'queue_log.at',
			'account.name as actor',
		])
		.where('queue_log.ticket', '=', ticket.number)
		.unionAll(
			db
				.selectFrom('event')
				.select([
					'id as order',
					sql<HappeningItem['type']>`type`.as('type'),
					sql<string | null>`data ->> 'reason'`.as('reason'),
					'at',
				])
				.select(sql<string | null>`null`.as('actor'))
				.where('ticket', '=', ticket.number)
				.where('type', '=', 'lapse-moved'),
		)
		.orderBy('order')
		.execute();
	const happenings: HappeningItem[] = rows.map(({ type, reason, at, actor }) => ({
		kind: 'happening',
		type,
		reason: reason ?? undefined,
		at: (isLapse(type, reason) && standing.state === 'resolved' ? standing.at : at).toString(),
		actor: actor ?? undefined,
	}));
	const facts = happenings.filter(({ type }) => type !== 'lapse-moved');
	const moves = happenings.filter(({ type }) => type === 'lapse-moved');
	if (standing.state === 'resolved' && !facts.some(({ type }) => type === 'resolved')) {
		const { as: reason, at } = standing;
		facts.push({ kind: 'happening', type: 'resolved', reason, at: at.toString(), actor: undefined });
	}
	return [facts, moves];
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
