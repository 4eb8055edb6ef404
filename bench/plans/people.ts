import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';

export async function named({ db }: Desk, username: string): Promise<UserViewer> {
	const account = db.selectFrom('account').select(['id', 'customer']).where('username', '=', username);
	const { id, customer } = await account.executeTakeFirstOrThrow();
	if (customer === null) throw new Error(`${username} is of no customer.`);
	return { id, role: 'user', customer, seesColleagues: true, name: username, language: 'it', theme: undefined };
}

export async function staff({ db }: Desk, username: string): Promise<StaffViewer> {
	const { id } = await db.selectFrom('account').select('id').where('username', '=', username).executeTakeFirstOrThrow();
	return { id, role: 'agent', name: username, language: 'it', theme: undefined };
}

/** The user with the most open tickets in sight. */
export async function user({ db }: Desk, seesColleagues: boolean): Promise<UserViewer> {
	const { customer, id } = await db
		.selectFrom('ticket')
		.innerJoin('queue_entry', 'queue_entry.ticket', 'ticket.number')
		.select(['ticket.customer', 'ticket.opened_by as id'])
		.groupBy(['ticket.customer', 'ticket.opened_by'])
		.orderBy((eb) => eb.fn.countAll(), 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return { id, role: 'user', customer, seesColleagues, name: 'Utente', language: 'it', theme: undefined };
}
