import { type Kysely, sql } from 'kysely';
import type { NoticeKind } from '#lib/domain/notices.ts';
import type { Language } from '#lib/domain/roles.ts';
import type { DB } from '../db/types.ts';

/** What was written to somebody, as a row of the list. */
export type MailLine = {
	id: number;
	kind: NoticeKind;
	ticket: number | null;
	subject: string;
	to: { id: number; name: string; email: string };
	writtenAt: string;
};

export type MailWhole = MailLine & { language: Language; messageId: string; body: string };

/** Which notices: of a kind, about a ticket, to whoever has these letters in their name or address; below the key `before`. */
export type MailFilter = { kind?: NoticeKind; ticket?: number; person?: string; before?: number };

/** So many to a page. */
const pageSize = 50;

/** Notices, the newest first; `next` is the key to go on below, where there are more. */
export async function mailOut(
	db: Kysely<DB>,
	{ kind, ticket, person, before }: MailFilter,
): Promise<{ lines: MailLine[]; next: number | undefined }> {
	let query = mailRows(db)
		.orderBy('mail_out.id', 'desc')
		.limit(pageSize + 1);
	if (kind !== undefined) query = query.where('mail_out.kind', '=', kind);
	if (ticket !== undefined) query = query.where('mail_out.ticket', '=', ticket);
	if (person !== undefined)
		query = query.where('mail_out.account', '=', sql<number>`any(${await peopleWith(db, person)})`);
	if (before !== undefined) query = query.where('mail_out.id', '<', before);
	const rows = await query.execute();
	const lines = rows.slice(0, pageSize).map(lineFrom);
	return { lines, next: rows.length > pageSize ? lines.at(-1)?.id : undefined };
}

/** One notice as it was written, or nothing when there is none of that key. */
export async function mailWhole(db: Kysely<DB>, id: number): Promise<MailWhole | undefined> {
	const row = await mailRows(db)
		.select(['mail_out.language', 'mail_out.message_id', 'mail_out.body'])
		.where('mail_out.id', '=', id)
		.executeTakeFirst();
	return row && { ...lineFrom(row), language: row.language, messageId: row.message_id, body: row.body };
}

function mailRows(db: Kysely<DB>) {
	return db
		.selectFrom('mail_out')
		.innerJoin('account', 'account.id', 'mail_out.account')
		.select(['mail_out.id', 'mail_out.kind', 'mail_out.ticket', 'mail_out.subject', 'mail_out.created_at'])
		.select(['account.id as account', 'account.name', 'account.email']);
}

/**
 * Who has these letters in their name or address, no sign in them standing for others. Asked beforehand, so that the
 * database knows how many people it looks for when it chooses its way through their notices.
 */
async function peopleWith(db: Kysely<DB>, letters: string): Promise<number[]> {
	const has = sql<boolean>`strpos(lower(name || chr(10) || email), lower(${letters})) > 0`;
	const found = await db.selectFrom('account').select('id').where(has).execute();
	return found.map(({ id }) => id);
}

type Row = Omit<MailLine, 'to' | 'writtenAt'> & {
	account: number;
	name: string;
	email: string;
	created_at: Temporal.Instant;
};

function lineFrom({ id, kind, ticket, subject, account, name, email, created_at }: Row): MailLine {
	return { id, kind, ticket, subject, to: { id: account, name, email }, writtenAt: created_at.toString() };
}
