import { type RawBuilder, sql, type Transaction } from 'kysely';
import { type AuditDetails, type AuditVerb, auditVerbs } from '#lib/domain/audit-verbs.ts';
import type { Desk } from '../desk.ts';
import type { DB } from './types.ts';

/** An entry without its words: names are read from the tables in the statement that writes it, and stay as they are now. */
export type AuditEntry<Verb extends AuditVerb = AuditVerb> = {
	/** The act's own moment. */
	at: Temporal.Instant;
	verb: Verb;
	/** The account that acts; null for nobody signed in, or the system itself. */
	by: number | null;
	/** Left out where it is about the house as a whole. */
	about?: AuditSubject;
} & (Record<never, never> extends AuditDetails[Verb]
	? { details?: AuditDetails[Verb] }
	: { details: AuditDetails[Verb] });

/** What is gone by then, or has no row yet, brings its name along. */
export type AuditSubject = { account: number } | { customer: number } | { product: number } | { savedReply: number };

/**
 * Writes an entry of the audit log, in the transaction of the act it tells of: both or neither. One line in a use-case:
 *
 *     await record(tx, desk, { at, by: viewer.id, verb: 'account-enabled', about: { account } });
 *
 * From where (address and browser) comes with the desk of a request (`desk.from`); a job or a command has none. Called while
 * what it is about is there: before a deletion, after an insertion. `details` are typed by the verb (`domain/audit-verbs.ts`,
 * which says what may never be in them). Readable at `/admin/audit` by administrators alone.
 */
export async function record<Verb extends AuditVerb>(
	tx: Transaction<DB>,
	desk: Pick<Desk, 'from'>,
	entry: AuditEntry<Verb>,
): Promise<void> {
	await tx.insertInto('audit_log').values(rowOf(desk, entry)).execute();
}

/** Many at once, in one statement. */
export async function recordAll(
	tx: Transaction<DB>,
	desk: Pick<Desk, 'from'>,
	entries: readonly AuditEntry[],
): Promise<void> {
	if (entries.length === 0) return;
	const rows = entries.map((entry) => rowOf(desk, entry));
	await tx.insertInto('audit_log').values(rows).execute();
}

function rowOf<Verb extends AuditVerb>(
	{ from }: Pick<Desk, 'from'>,
	{ at, verb, by, about, details }: AuditEntry<Verb>,
) {
	const subject = about && subjectOf(about);
	return {
		at,
		area: auditVerbs[verb],
		verb,
		actor: by,
		actor_name: by === null ? null : nameIn('account', by),
		subject_kind: subject?.kind ?? null,
		subject: subject?.id ?? null,
		subject_name: subject ? nameIn(subject.table, subject.id) : null,
		customer: subject?.customer ?? null,
		address: from?.address ?? null,
		browser: from?.browser ?? null,
		details: JSON.stringify(details ?? {}),
	};
}

type Named = 'account' | 'customer' | 'product' | 'saved_reply';

function nameIn(table: Named, id: number): RawBuilder<string | null> {
	return sql<string | null>`(select name from ${sql.table(table)} where id = ${id})`;
}

type Subject = { kind: string; table: Named; id: number; customer?: number | RawBuilder<number | null> };

function subjectOf(about: AuditSubject): Subject {
	if ('account' in about) {
		const id = about.account;
		const customer = sql<number | null>`(select customer from account where id = ${id})`;
		return { kind: 'account', table: 'account', id, customer };
	}
	if ('customer' in about) return { kind: 'customer', table: 'customer', id: about.customer, customer: about.customer };
	if ('product' in about) return { kind: 'product', table: 'product', id: about.product };
	return { kind: 'saved-reply', table: 'saved_reply', id: about.savedReply };
}

/** Deletes what is past these moments, and answers how many entries that was; nothing else may delete any. */
export async function deleteEntriesBefore(
	tx: Transaction<DB>,
	{ signIns, others }: { signIns: Temporal.Instant; others: Temporal.Instant },
): Promise<number> {
	await sql`select set_config('sportello.sweeps_audit_log', 'yes', true)`.execute(tx);
	const { numDeletedRows } = await tx
		.deleteFrom('audit_log')
		.where(({ eb, or, and }) => or([and([eb('area', '=', 'sign-in'), eb('at', '<', signIns)]), eb('at', '<', others)]))
		.executeTakeFirst();
	await sql`select set_config('sportello.sweeps_audit_log', '', true)`.execute(tx);
	return Number(numDeletedRows);
}
