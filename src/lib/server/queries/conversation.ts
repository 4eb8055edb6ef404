import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type MessagePart, messageParts } from '#lib/domain/message-parts.ts';
import { withNamedLinks } from '#lib/domain/named-links.ts';
import type { MessageSide, Standing } from '#lib/domain/ticket.ts';
import type { TicketInSight } from '../access/tickets.ts';
import type { StaffViewer, UserViewer } from '../access/viewer.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import { type HappeningItem, happenings, happeningsOf } from './happenings.ts';

export type { HappeningItem } from './happenings.ts';

export type AttachmentView = { id: string; name: string; mediaType: string; size: number };

/** What somebody wrote. `nth` counts from 1 within the ticket, and never changes: it is the message's address in the page. */
type Written = { nth: number; author: string; parts: MessagePart[]; at: string; key: StaffKey };

/** The key of its row, by which it is known how far a page goes; for staff only. */
export type StaffKey = number | undefined;

export type MessageItem = Written & {
	kind: 'message';
	side: MessageSide;
	/** The reader wrote it. */
	mine: boolean;
	/** Somebody else wrote it since the reader was last shown the ticket. */
	fresh: boolean;
	attachments: AttachmentView[];
};
export type NoteItem = Written & { kind: 'note' };

/** In the place of messages that a long conversation shows only when asked for. */
export type GapItem = { kind: 'gap'; messages: number; at: string };

export type ConversationItem = MessageItem | NoteItem | HappeningItem | GapItem;
export type CustomerItem = Exclude<ConversationItem, NoteItem>;

/** What a reader asks of a conversation: up to which message (its key) they had read it, and whether all of it. */
export type ReadingOf = { readUpTo: number | undefined; whole: boolean };

/** Of a conversation of more than so many messages, the first is shown and the latest. */
const long = 30;
const latest = 20;

/**
 * Messages and happenings of a ticket in order, as its customer reads them: no note, no name of who acted on the queue. Of a
 * long one that is not asked for whole, what lies between its first message and the latest is told by a number.
 */
export async function conversationForCustomer(
	db: Kysely<DB>,
	viewer: UserViewer,
	ticket: TicketInSight,
	standing: Standing,
	{ readUpTo, whole }: ReadingOf,
): Promise<CustomerItem[]> {
	const [read] = await (whole ? allOf : shownOf)(db, { reader: viewer.id, number: ticket.number });
	if (!read) return [];
	const unnamed = happenings(read.happenings, standing).map((list) =>
		list.map((happening) => ({ ...happening, actor: undefined, key: undefined })),
	);
	return withGap(merged<MessageItem | HappeningItem>([messages(read.messages, readUpTo), ...unnamed]));
}

/** The same for staff, whole, with internal notes and names. */
export async function conversationForStaff(
	db: Kysely<DB>,
	viewer: StaffViewer,
	ticket: TicketInSight,
	standing: Standing,
): Promise<ConversationItem[]> {
	const [read] = await allWithNotesOf(db, { reader: viewer.id, number: ticket.number });
	if (!read) return [];
	const written = read.messages.map(({ id }) => id);
	const said = messages(read.messages).map((item, nth) => ({ ...item, key: written[nth] }));
	const lists = [said, notes(read.notes), ...happenings(read.happenings, standing)];
	return merged<ConversationItem>(lists);
}

type Asked = { reader: number; number: number };

const shownOf = statement((db, { reader, number }: Asked) =>
	db.selectNoFrom(() => [
		messagesOf(db, reader, number, false).as('messages'),
		happeningsOf(db, number).as('happenings'),
	]),
);

const allOf = statement((db, { reader, number }: Asked) =>
	db.selectNoFrom(() => [
		messagesOf(db, reader, number, true).as('messages'),
		happeningsOf(db, number).as('happenings'),
	]),
);

const allWithNotesOf = statement((db, { reader, number }: Asked) =>
	db.selectNoFrom(() => [
		messagesOf(db, reader, number, true).as('messages'),
		notesOf(db, number).as('notes'),
		happeningsOf(db, number).as('happenings'),
	]),
);

/** Rows come as JSON, so that a conversation is one query; their instants are PostgreSQL's text. */
function messagesOf(db: Kysely<DB>, reader: number, ticket: number, whole: boolean) {
	const counted = db
		.selectFrom('message')
		.selectAll()
		.select(({ fn }) => [
			fn
				.agg<number>('row_number')
				.over((over) => over.orderBy('id'))
				.as('nth'),
			fn.countAll<number>().over().as('of'),
		])
		.where('ticket', '=', ticket);
	return jsonArrayFrom(
		db
			.selectFrom(counted.as('message'))
			.innerJoin('account', 'account.id', 'message.author')
			.select((eb) => [
				'message.id',
				'message.nth',
				'message.side',
				'account.name as author',
				eb('message.author', '=', reader).as('mine'),
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
			.$if(!whole, (query) =>
				query.where((eb) =>
					eb.or([
						eb('message.of', '<=', long),
						eb('message.nth', '=', 1),
						eb('message.nth', '>', eb('message.of', '-', latest)),
					]),
				),
			)
			.orderBy('message.id'),
	);
}

type MessageRow = Omit<MessageItem, 'kind' | 'key' | 'fresh' | 'parts' | 'mine'> & {
	id: number;
	html: string;
	mine: unknown;
};

function messages(rows: MessageRow[], readUpTo = Number.POSITIVE_INFINITY): MessageItem[] {
	return rows.map(({ id, html, mine, ...row }) => ({
		...row,
		kind: 'message',
		key: undefined,
		mine: mine === true,
		fresh: id > readUpTo && mine !== true,
		parts: partsOf(html),
	}));
}

function notesOf(db: Kysely<DB>, ticket: number) {
	return jsonArrayFrom(
		db
			.selectFrom('note')
			.innerJoin('account', 'account.id', 'note.author')
			.select((eb) => [
				'note.id as key',
				'account.name as author',
				'note.html',
				eb.cast<string>('note.created_at', 'text').as('at'),
			])
			.where('note.ticket', '=', ticket)
			.orderBy('note.id'),
	);
}

function notes(rows: { key: number; author: string; html: string; at: string }[]): NoteItem[] {
	return rows.map(({ html, ...row }, index) => ({ ...row, kind: 'note', nth: index + 1, parts: partsOf(html) }));
}

function partsOf(html: string): MessagePart[] {
	return messageParts(withNamedLinks(html));
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
		items.push({ ...first.item, at: first.at.toString() });
		first.list.shift();
	}
}

function rank(item: ConversationItem): number {
	if (item.kind !== 'happening') return 1;
	return item.type === 'opened' ? 0 : 2;
}

/** What happened among the messages that are not shown is not shown either. */
function withGap(items: (MessageItem | HappeningItem)[]): CustomerItem[] {
	const first = items.findIndex(({ kind }) => kind === 'message');
	const next = items.findIndex(({ kind }, at) => kind === 'message' && at > first);
	const shown = items[next];
	const missing = shown?.kind === 'message' ? shown.nth - 2 : 0;
	if (!shown || missing === 0) return items;
	return [...items.slice(0, first + 1), { kind: 'gap', messages: missing, at: shown.at }, ...items.slice(next)];
}
