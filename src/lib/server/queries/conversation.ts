import type { Kysely } from 'kysely';
import type { FactType, ResolvedAs } from '#lib/domain/queue.ts';
import type { MessageSide, Standing } from '#lib/domain/ticket.ts';
import type { TicketInSight } from '../access/tickets.ts';
import type { DB } from '../db/types.ts';

export type AttachmentView = { id: string; name: string; mediaType: string; size: number };

export type MessageItem = {
	kind: 'message';
	id: number;
	side: MessageSide;
	author: string;
	html: string;
	at: string;
	attachments: AttachmentView[];
};
export type NoteItem = { kind: 'note'; id: number; author: string; html: string; at: string };

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
	return inOrder([...messages, ...happenings.map((happening) => ({ ...happening, actor: undefined }))]);
}

/** The same for staff, with internal notes and names. */
export async function conversationForStaff(
	db: Kysely<DB>,
	ticket: TicketInSight,
	standing: Standing,
): Promise<ConversationItem[]> {
	const parts = await Promise.all([messagesOf(db, ticket), notesOf(db, ticket), happeningsOf(db, ticket, standing)]);
	return inOrder<ConversationItem>(parts.flat());
}

async function messagesOf(db: Kysely<DB>, ticket: TicketInSight): Promise<MessageItem[]> {
	const [messages, attachments] = await Promise.all([
		db
			.selectFrom('message')
			.innerJoin('account', 'account.id', 'message.author')
			.select(['message.id', 'message.side', 'account.name as author', 'message.html', 'message.created_at as at'])
			.where('message.ticket', '=', ticket.number)
			.orderBy('message.id')
			.execute(),
		db
			.selectFrom('attachment')
			.innerJoin('message', 'message.id', 'attachment.message')
			.select([
				'attachment.id',
				'attachment.message',
				'attachment.name',
				'attachment.media_type as mediaType',
				'attachment.size',
			])
			.where('message.ticket', '=', ticket.number)
			.orderBy('attachment.message')
			.orderBy('attachment.position')
			.execute(),
	]);
	const byMessage = Map.groupBy(attachments, ({ message }) => message);
	return messages.map(({ at, ...message }) => ({
		...message,
		kind: 'message',
		at: at.toString(),
		attachments: (byMessage.get(message.id) ?? []).map(({ id, name, mediaType, size }) => ({
			id,
			name,
			mediaType,
			size,
		})),
	}));
}

async function notesOf(db: Kysely<DB>, ticket: TicketInSight): Promise<NoteItem[]> {
	const notes = await db
		.selectFrom('note')
		.innerJoin('account', 'account.id', 'note.author')
		.select(['note.id', 'account.name as author', 'note.html', 'note.created_at as at'])
		.where('note.ticket', '=', ticket.number)
		.orderBy('note.id')
		.execute();
	return notes.map(({ at, ...note }) => ({ ...note, kind: 'note', at: at.toString() }));
}

async function happeningsOf(db: Kysely<DB>, ticket: TicketInSight, standing: Standing): Promise<HappeningItem[]> {
	const [facts, moves] = await Promise.all([
		db
			.selectFrom('queue_log')
			.leftJoin('account', 'account.id', 'queue_log.actor')
			.select(['queue_log.type', 'queue_log.reason', 'queue_log.at', 'account.name as actor'])
			.where('queue_log.ticket', '=', ticket.number)
			.orderBy('queue_log.seq')
			.execute(),
		db
			.selectFrom('event')
			.select(['at', 'data'])
			.where('ticket', '=', ticket.number)
			.where('type', '=', 'lapse-moved')
			.orderBy('id')
			.execute(),
	]);
	const items: HappeningItem[] = facts.map(({ type, reason, at, actor }) => ({
		kind: 'happening',
		type,
		reason: reason ?? undefined,
		at: (isLapse(type, reason) && standing.state === 'resolved' ? standing.at : at).toString(),
		actor: actor ?? undefined,
	}));
	for (const { at, data } of moves) {
		const { reason } = data as { reason: string };
		items.push({ kind: 'happening', type: 'lapse-moved', reason, at: at.toString(), actor: undefined });
	}
	if (standing.state === 'resolved' && !facts.some(({ type }) => type === 'resolved')) {
		items.push({
			kind: 'happening',
			type: 'resolved',
			reason: standing.as,
			at: standing.at.toString(),
			actor: undefined,
		});
	}
	return items;
}

/** The log says when a lapse was written down; the reader is told when it happened. */
function isLapse(type: FactType, reason: string | null): boolean {
	return type === 'resolved' && reason === ('lapsed' satisfies ResolvedAs);
}

/** By instant; at the same instant what was said stands before what follows from it, except the opening itself. */
function inOrder<Item extends ConversationItem>(items: Item[]): Item[] {
	const instants = new Map(items.map((item) => [item, Temporal.Instant.from(item.at)]));
	const at = (item: Item) => instants.get(item) as Temporal.Instant;
	return items.sort((a, b) => Temporal.Instant.compare(at(a), at(b)) || rank(a) - rank(b));
}

function rank(item: ConversationItem): number {
	if (item.kind !== 'happening') return 1;
	return item.type === 'opened' ? 0 : 2;
}
