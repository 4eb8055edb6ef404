import { type Kysely, sql } from 'kysely';
import { filled, type ReplyValues } from '#lib/domain/reply-variables.ts';
import type { Language } from '#lib/domain/roles.ts';
import { mayWrite } from '#lib/domain/saved-replies.ts';
import { repliesSeenBy } from '../access/saved-replies.ts';
import type { TicketInSight } from '../access/tickets.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';

/** One saved reply as a list names it; `product`: none where it fits any. */
export type ReplyLine = {
	id: number;
	name: string;
	shortcut: string;
	language: Language;
	product: string | null;
	shared: boolean;
};

/** `text`: as much of it as a line has room for. */
export type ListedReply = ReplyLine & { text: string; used: number; mayWrite: boolean };

const shownOfText = 200;

/** What is listed: with these letters in name, shortcut or text, in a language, for a product, shared or one's own. */
export type RepliesFilter = { text?: string; language?: Language; product?: number; whose?: 'shared' | 'personal' };

/** The ones the viewer sees, by name. As many as there may be: a page has room for them. */
export async function savedReplies(
	db: Kysely<DB>,
	viewer: StaffViewer,
	{ text, language, product, whose }: RepliesFilter,
): Promise<ListedReply[]> {
	let query = lines(db, viewer)
		.select(['saved_reply.used', 'saved_reply.owner'])
		.select(sql<string>`left(saved_reply.text, ${shownOfText})`.as('text'));
	if (text) query = query.where(contains(text));
	if (language) query = query.where('saved_reply.language', '=', language);
	if (product) query = query.where((eb) => eb.or([eb('product', 'is', null), eb('product', '=', product)]));
	if (whose) query = query.where('saved_reply.owner', whose === 'shared' ? 'is' : 'is not', null);
	const rows = await query.orderBy(sql`lower(saved_reply.name)`).orderBy('saved_reply.id').execute();
	return rows.map(({ owner, ...row }) => ({ ...row, mayWrite: mayWrite(viewer, { owner }) }));
}

/** Accents and capitals forgiven. */
function contains(text: string) {
	return sql<boolean>`strpos(saved_reply.folded, folded(${text.replace(/^\//, '')})) > 0`;
}

function lines(db: Kysely<DB>, viewer: StaffViewer) {
	return db
		.selectFrom('saved_reply')
		.leftJoin('product as of', 'of.id', 'saved_reply.product')
		.select(['saved_reply.id', 'saved_reply.name', 'saved_reply.shortcut', 'saved_reply.language'])
		.select((eb) => ['of.name as product', eb('saved_reply.owner', 'is', null).$castTo<boolean>().as('shared')])
		.where(repliesSeenBy(viewer));
}

/** One as its form shows it; nothing for one that is not there and one of a colleague's alike. */
export async function savedReply(db: Kysely<DB>, viewer: StaffViewer, reply: number) {
	const row = await db
		.selectFrom('saved_reply')
		.innerJoin('account', 'account.id', 'saved_reply.changed_by')
		.select(['saved_reply.id', 'saved_reply.owner', 'saved_reply.name', 'saved_reply.shortcut', 'saved_reply.language'])
		.select(['saved_reply.product', 'saved_reply.text', 'saved_reply.used', 'saved_reply.version'])
		.select(['saved_reply.changed_at', 'account.name as changedBy'])
		.where('saved_reply.id', '=', reply)
		.where(repliesSeenBy(viewer))
		.executeTakeFirst();
	if (!row) return undefined;
	const { owner, changed_at, ...reading } = row;
	return {
		...reading,
		shared: owner === null,
		mayWrite: mayWrite(viewer, { owner }),
		changedAt: changed_at.toString(),
	};
}

type Asking = { viewer: number; ticket: number };

/** What a ticket can be answered with: in the language of who opened it first, for its product before others, the most used first. */
export async function repliesFor(db: Kysely<DB>, viewer: StaffViewer, ticket: TicketInSight): Promise<ReplyLine[]> {
	return linesFor(db, { viewer: viewer.id, ticket: ticket.number });
}

const linesFor = statement((db, { viewer, ticket }: Asking) =>
	db
		.selectFrom('saved_reply')
		.innerJoin('ticket', (join) => join.on('ticket.number', '=', ticket))
		.innerJoin('account as opener', 'opener.id', 'ticket.opened_by')
		.leftJoin('product as of', 'of.id', 'saved_reply.product')
		.select(['saved_reply.id', 'saved_reply.name', 'saved_reply.shortcut', 'saved_reply.language'])
		.select((eb) => ['of.name as product', eb('saved_reply.owner', 'is', null).$castTo<boolean>().as('shared')])
		.where(repliesSeenBy({ id: viewer }))
		.orderBy((eb) => eb('saved_reply.language', '=', eb.ref('opener.language')), 'desc')
		.orderBy(sql`coalesce(saved_reply.product, ticket.product) = ticket.product`, 'desc')
		.orderBy('saved_reply.used', 'desc')
		.orderBy('saved_reply.name')
		.orderBy('saved_reply.id'),
);

/** Its text filled with what the ticket says; nothing for one that is not there and one of a colleague's alike. */
export async function filledReply(
	db: Kysely<DB>,
	viewer: StaffViewer,
	ticket: TicketInSight,
	reply: number,
): Promise<string | undefined> {
	const row = await db
		.selectFrom('saved_reply')
		.select('saved_reply.text')
		.where(repliesSeenBy(viewer))
		.where('saved_reply.id', '=', reply)
		.executeTakeFirst();
	return row && filled(row.text, await valuesOf(db, viewer, ticket));
}

async function valuesOf(db: Kysely<DB>, viewer: StaffViewer, ticket: TicketInSight): Promise<ReplyValues> {
	const said = await db
		.selectFrom('ticket')
		.innerJoin('account', 'account.id', 'ticket.opened_by')
		.innerJoin('customer', 'customer.id', 'ticket.customer')
		.innerJoin('product', 'product.id', 'ticket.product')
		.select(['account.name as person', 'customer.name as customer', 'product.name as product'])
		.select(['ticket.version', 'ticket.subject'])
		.where('ticket.number', '=', ticket.number)
		.executeTakeFirstOrThrow();
	return { ...said, ticket: String(ticket.number), agent: viewer.name };
}
