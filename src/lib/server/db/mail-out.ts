import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Language } from '#lib/domain/roles.ts';
import { type CustomerNews, forCustomer, forStaff, type StaffNews } from '../mail/render.ts';
import type { DB } from './types.ts';

/** With the same `onceKey` nobody is told twice, whatever it says by then. */
type About = { ticket: number; at: Temporal.Instant; onceKey?: string };

/** To the people of the customer, or to one of the staff, by the account's key. */
export type Notice = About & (({ to: 'customer' } & CustomerNews) | ({ to: number } & StaffNews));

/**
 * Writes a notice in the transaction of what it tells of: a row for each who is told, in the words of their language, kept
 * as it was said. Whoever has no access now is not written to. Answers with how many rows were written.
 */
export async function notify(tx: Transaction<DB>, notice: Notice): Promise<number> {
	const receivers = await receiversOf(tx, notice);
	if (receivers.length === 0) return 0;
	const { kind, ticket, at, onceKey } = notice;
	const rows = receivers.map(({ account, subject, name, language }) => {
		const addressed = { name, language, ticket: { number: ticket, subject } };
		const mail = notice.to === 'customer' ? forCustomer(notice, addressed) : forStaff(notice, addressed);
		return {
			...mail,
			...{ kind, account, ticket, language, created_at: at, message_id: randomUUID() },
			once_key: onceKey === undefined ? null : `${onceKey}:${account}`,
		};
	});
	const written = tx.insertInto('mail_out').values(rows).returning('id');
	return (await written.onConflict((conflict) => conflict.column('once_key').doNothing()).execute()).length;
}

type Receiver = { account: number; name: string; language: Language; subject: string };

function receiversOf(tx: Transaction<DB>, notice: Notice): Promise<Receiver[]> {
	if (notice.to === 'customer') return ofCustomer(tx, notice.ticket, notice.kind);
	return able(tx, notice.ticket).where('account.id', '=', notice.to).where('account.role', '<>', 'user').execute();
}

/** Whether anybody of the customer would be told if they were asked for something on this ticket now. */
export async function reachesCustomer(db: Kysely<DB>, ticket: number): Promise<boolean> {
	return (await ofCustomer(db, ticket, 'hold-placed')).length > 0;
}

/**
 * Of those of the customer who see the ticket (P1) the nearest to it that can be written to: whoever opened it; else who
 * wrote on it; else their colleagues. Whoever wrote is told with the opener what becomes of the ticket.
 */
async function ofCustomer(db: Kysely<DB>, ticket: number, kind: CustomerNews['kind']): Promise<Receiver[]> {
	const writersToo = kind === 'merged' || kind === 'lapse-moved';
	const rows = await able(db, ticket)
		.innerJoin('customer', 'customer.id', 'ticket.customer')
		.whereRef('account.customer', '=', 'ticket.customer')
		.where((eb) =>
			eb.or([eb('account.id', '=', eb.ref('ticket.opened_by')), eb.ref('customer.colleagues_see_tickets')]),
		)
		.select((eb) => {
			const writers = eb.selectFrom('message').select('author').whereRef('message.ticket', '=', 'ticket.number');
			const opener = eb('account.id', '=', eb.ref('ticket.opened_by'));
			const distance = eb.case().when(opener).then(0).when('account.id', 'in', writers).then(1).else(2).end();
			return distance.as('distance');
		})
		.orderBy('account.id')
		.execute();
	const distances = rows.map(({ distance }) => (distance === 1 && writersToo ? 0 : distance));
	const nearest = Math.min(...distances);
	return rows.filter((_, nth) => distances[nth] === nearest);
}

/** The ticket beside every account that has access now. */
function able(db: Kysely<DB>, ticket: number) {
	return db
		.selectFrom('ticket')
		.innerJoin('account', (join) => join.onTrue())
		.select(['account.id as account', 'account.name', 'account.language', 'ticket.subject'])
		.where('ticket.number', '=', ticket)
		.where('account.activated_at', 'is not', null)
		.where('account.disabled_at', 'is', null);
}
