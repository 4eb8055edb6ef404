import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { NoticeKind } from '#lib/domain/notices.ts';
import type { Language } from '#lib/domain/roles.ts';
import type { MailState } from '#lib/domain/sending.ts';
import type { DB } from '../db/types.ts';
import type { Undelivered } from './undelivered.ts';

/** What was written to somebody, as a row of the list. */
export type MailLine = {
	id: number;
	kind: NoticeKind;
	ticket: number | null;
	subject: string;
	to: { id: number; name: string; email: string };
	writtenAt: string;
	state: MailState;
};

export type MailWhole = MailLine & { language: Language; messageId: string; body: string } & Fate;

/** What became of it beside its state. */
type Fate = {
	answer: string | null;
	undelivered: Undelivered | undefined;
	attempts: number;
	nextAttempt: string | undefined;
	sentTo: string | null;
	gatheredInto: number | null;
};

/** Which notices: of a kind, about a ticket, to whoever has these letters in their name or address; below the key `before`. */
export type MailFilter = { kind?: NoticeKind; state?: MailState; ticket?: number; person?: string; before?: number };

/** So many to a page. */
const pageSize = 50;

/** Notices, the newest first; `next` is the key to go on below, where there are more. */
export async function mailOut(
	db: Kysely<DB>,
	{ kind, state, ticket, person, before }: MailFilter,
): Promise<{ lines: MailLine[]; next: number | undefined }> {
	let query = mailRows(db)
		.orderBy('mail_out.id', 'desc')
		.limit(pageSize + 1);
	if (kind !== undefined) query = query.where('mail_out.kind', '=', kind);
	if (state !== undefined) query = query.where('mail_out.state', '=', state);
	if (ticket !== undefined) query = query.where('mail_out.ticket', '=', ticket);
	if (person !== undefined) query = query.where(await isTo(db, person));
	if (before !== undefined) query = query.where('mail_out.id', '<', before);
	const rows = await query.execute();
	const lines = rows.slice(0, pageSize).map(lineFrom);
	return { lines, next: rows.length > pageSize ? lines.at(-1)?.id : undefined };
}

/** One notice as it was written, or nothing when there is none of that key. */
export async function mailWhole(db: Kysely<DB>, id: number): Promise<MailWhole | undefined> {
	const row = await mailRows(db)
		.select(['mail_out.language', 'mail_out.message_id', 'mail_out.body', 'trouble', 'answer', 'attempts'])
		.select(['next_attempt_at', 'settled_at', 'sent_to', 'gathered_into'])
		.where('mail_out.id', '=', id)
		.executeTakeFirst();
	if (!row) return undefined;
	const { language, message_id: messageId, body, answer, attempts } = row;
	const fate = { answer, attempts, sentTo: row.sent_to, gatheredInto: row.gathered_into, undelivered: failureOf(row) };
	return { ...lineFrom(row), ...fate, language, messageId, body, nextAttempt: row.next_attempt_at?.toString() };
}

type Failing = Pick<Undelivered, 'answer' | 'kind' | 'ticket' | 'email'> & {
	id: number;
	name: string;
	sent_to: string | null;
	trouble: Undelivered['trouble'] | null;
	settled_at: Temporal.Instant | null;
};

function failureOf({
	id: mail,
	name: to,
	sent_to: tried,
	trouble,
	settled_at,
	...row
}: Failing): Undelivered | undefined {
	const { kind, ticket, email, answer } = row;
	return trouble && settled_at
		? { mail, kind, ticket, to, email, tried, trouble, answer, at: settled_at.toString() }
		: undefined;
}

function mailRows(db: Kysely<DB>) {
	return db
		.selectFrom('mail_out')
		.innerJoin('account', 'account.id', 'mail_out.account')
		.select(['mail_out.id', 'mail_out.kind', 'mail_out.ticket', 'mail_out.subject', 'mail_out.created_at'])
		.select('mail_out.state')
		.select(['account.id as account', 'account.name'])
		.select((eb) => eb.fn.coalesce('mail_out.address', 'account.email').as('email'));
}

/** Of more people the newest notices are read until a page is full; to name them all would take longer. */
const peopleNamed = 200;

/**
 * To somebody who has these letters in their name or address, no sign in them standing for others. Who that is is asked beforehand,
 * so that the database knows how few people it looks for when it chooses its way through their notices.
 */
async function isTo(db: Kysely<DB>, letters: string): Promise<Expression<SqlBool>> {
	const has = sql<SqlBool>`strpos(lower(account.name || chr(10) || account.email), lower(${letters})) > 0`;
	const people = db.selectFrom('account').select('id').where(has);
	const found = await people.limit(peopleNamed + 1).execute();
	if (found.length > peopleNamed) return has;
	return sql<SqlBool>`mail_out.account = any(${found.map(({ id }) => id)})`;
}

type Row = Omit<MailLine, 'to' | 'writtenAt'> & {
	account: number;
	name: string;
	email: string;
	created_at: Temporal.Instant;
};

function lineFrom({ id, kind, ticket, subject, state, account, name, email, created_at }: Row): MailLine {
	return { id, kind, ticket, subject, state, to: { id: account, name, email }, writtenAt: created_at.toString() };
}
