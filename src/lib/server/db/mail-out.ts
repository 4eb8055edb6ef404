import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { isOptional } from '#lib/domain/notices.ts';
import { languages } from '#lib/domain/roles.ts';
import { type CustomerNews, forCustomer, forStaff, type StaffNews } from '../mail/render.ts';
import type { DB } from './types.ts';

/** With the same `onceKey` nobody is told twice, whatever it says by then. */
type About = { ticket: number; at: Temporal.Instant; onceKey?: string };

/** To the people of the customer, or to one of the staff, by the account's key. */
export type Notice = About & (({ to: 'customer' } & CustomerNews) | ({ to: number } & StaffNews));

/**
 * Writes a notice in the transaction of what it tells of: a row for each who is told, in the words of their language, kept
 * as it was said. Whoever has no access now is not written to, nor who does without notices of this kind, where one may. Answers with how
 * many rows were written. One statement, since many an act writes one while others wait for its locks.
 */
export async function notify(tx: Transaction<DB>, notice: Notice): Promise<number> {
	const { kind, ticket, at, onceKey = null } = notice;
	const receivers = notice.to === 'customer' ? ofCustomer(tx, ticket, notice.kind) : ofStaff(tx, ticket, notice.to);
	const written = tx
		.insertInto('mail_out')
		.columns(['kind', 'account', 'ticket', 'language', 'subject', 'body', 'created_at', 'message_id', 'once_key'])
		.expression(
			tx
				.selectFrom(receivers.as('receiver'))
				.innerJoin(lettersOf(notice).as('letter'), 'letter.language', 'receiver.language')
				.select((eb) => [
					eb.val(kind).as('kind'),
					'receiver.account',
					sql<number>`${ticket}::integer`.as('ticket'),
					'receiver.language',
					filledIn('letter.subject').as('subject'),
					filledIn('letter.body').as('body'),
					sql<Temporal.Instant>`${at}::timestamptz`.as('created_at'),
					sql<string>`gen_random_uuid()`.as('message_id'),
					sql<string | null>`${onceKey}::text || ':' || receiver.account`.as('once_key'),
				])
				.where(isOptional(kind) ? sql<boolean>`${kind}::text <> all (receiver.muted)` : sql<boolean>`true`)
				.orderBy('receiver.account'),
		)
		.returning('id');
	return (await written.onConflict((conflict) => conflict.column('once_key').doNothing()).execute()).length;
}

/** Stand in a letter for what only the database knows of its receiver. Nobody can have written them. */
const slots = { name: randomUUID(), subject: randomUUID() };

/** The notice in every language, as PostgreSQL's `format` fills it in: with the receiver's name and the ticket's subject. */
function lettersOf(notice: Notice) {
	const rows = languages.map((language) => {
		const addressed = { name: slots.name, language, ticket: { number: notice.ticket, subject: slots.subject } };
		const { subject, body } = notice.to === 'customer' ? forCustomer(notice, addressed) : forStaff(notice, addressed);
		return sql`(${language}, ${asFormat(subject)}, ${asFormat(body)})`;
	});
	type Letter = { language: (typeof languages)[number]; subject: string; body: string };
	const values = sql<Letter>`(select * from (values ${sql.join(rows)}) as letters (language, subject, body))`;
	return { as: <Name extends string>(name: Name) => values.as<Name>(sql.ref(name)) };
}

function asFormat(text: string): string {
	return text.replaceAll('%', '%%').replaceAll(slots.name, '%1$s').replaceAll(slots.subject, '%2$s');
}

function filledIn(column: 'letter.subject' | 'letter.body') {
	return sql<string>`format(${sql.ref(column)}, receiver.name, receiver.subject)`;
}

/** Whether anybody of the customer would be told if they were asked for something on this ticket now. */
export async function reachesCustomer(db: Kysely<DB>, ticket: number): Promise<boolean> {
	return (await ofCustomer(db, ticket, 'hold-placed').limit(1).executeTakeFirst()) !== undefined;
}

/** What becomes of the ticket, and what is said on it, is told to whoever wrote on it too. */
const writersToo: ReadonlySet<CustomerNews['kind']> = new Set(['answered', 'resolved', 'merged', 'lapse-moved']);

/**
 * Of those of the customer who see the ticket (P1) the nearest to it that can be written to: whoever opened it; else who
 * wrote on it; else their colleagues. Nobody stands in for somebody who does not want notices of a kind.
 */
function ofCustomer(db: Kysely<DB>, ticket: number, kind: CustomerNews['kind']) {
	const inSight = able(db, ticket)
		.innerJoin('customer', 'customer.id', 'ticket.customer')
		.whereRef('account.customer', '=', 'ticket.customer')
		.where((eb) =>
			eb.or([eb('account.id', '=', eb.ref('ticket.opened_by')), eb.ref('customer.colleagues_see_tickets')]),
		)
		.select((eb) => {
			const writers = eb.selectFrom('message').select('author').whereRef('message.ticket', '=', 'ticket.number');
			const opener = eb('account.id', '=', eb.ref('ticket.opened_by'));
			const wrote = eb('account.id', 'in', writers);
			const near = writersToo.has(kind) ? 0 : 1;
			return eb.case().when(opener).then(0).when(wrote).then(near).else(2).end().as('distance');
		});
	return db
		.selectFrom(
			db.selectFrom(inSight.as('seer')).selectAll().select(sql<number>`min(distance) over ()`.as('nearest')).as('near'),
		)
		.select(['account', 'name', 'language', 'muted', 'subject'])
		.whereRef('distance', '=', 'nearest');
}

function ofStaff(db: Kysely<DB>, ticket: number, account: number) {
	return able(db, ticket).where('account.id', '=', account).where('account.role', '<>', 'user');
}

/** The ticket beside every account that has access now. */
function able(db: Kysely<DB>, ticket: number) {
	return db
		.selectFrom('ticket')
		.innerJoin('account', (join) => join.onTrue())
		.select(['account.id as account', 'account.name', 'account.language', 'account.muted', 'ticket.subject'])
		.where('ticket.number', '=', ticket)
		.where('account.activated_at', 'is not', null)
		.where('account.disabled_at', 'is', null);
}
