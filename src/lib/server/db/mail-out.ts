import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
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
	const rows = receivers.map(({ account, subject, ...person }) => {
		const addressed = { ...person, ticket: { number: ticket, subject } };
		const mail = notice.to === 'customer' ? forCustomer(notice, addressed) : forStaff(notice, addressed);
		return {
			...mail,
			...{ kind, account, ticket, language: person.language, created_at: at, message_id: randomUUID() },
			once_key: onceKey === undefined ? null : `${onceKey}:${account}`,
		};
	});
	const written = tx.insertInto('mail_out').values(rows).returning('id');
	return (await written.onConflict((conflict) => conflict.column('once_key').doNothing()).execute()).length;
}

type Receiver = { account: number; name: string; language: Language; subject: string };

function receiversOf(tx: Transaction<DB>, notice: Notice): Promise<Receiver[]> {
	const able = tx
		.selectFrom('ticket')
		.innerJoin('account', (join) => join.onTrue())
		.select(['account.id as account', 'account.name', 'account.language', 'ticket.subject'])
		.where('ticket.number', '=', notice.ticket)
		.where('account.activated_at', 'is not', null)
		.where('account.disabled_at', 'is', null);
	if (notice.to !== 'customer') {
		return able.where('account.id', '=', notice.to).where('account.role', '<>', 'user').execute();
	}
	// Who wrote on it is told what becomes of it; who was asked something is whoever asked for support.
	if (notice.kind !== 'merged' && notice.kind !== 'lapse-moved') {
		return able.whereRef('account.id', '=', 'ticket.opened_by').execute();
	}
	return able
		.innerJoin('customer', 'customer.id', 'ticket.customer')
		.whereRef('account.customer', '=', 'ticket.customer')
		.where((eb) => {
			const opener = eb('account.id', '=', eb.ref('ticket.opened_by'));
			const writers = eb.selectFrom('message').select('author').whereRef('message.ticket', '=', 'ticket.number');
			return eb.or([opener, eb.and([eb.ref('customer.colleagues_see_tickets'), eb('account.id', 'in', writers)])]);
		})
		.orderBy('account.id')
		.execute();
}
