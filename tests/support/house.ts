import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Policy } from '#lib/domain/policy.ts';
import type { StaffRole } from '#lib/domain/roles.ts';
import { provedForGood } from '#lib/server/access/recent-proof.ts';
import { standingNow, ticketInSight } from '#lib/server/access/tickets.ts';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import { policyNow } from '#lib/server/db/policy.ts';
import { lockCounter, record } from '#lib/server/db/queue-log.ts';
import type { Desk } from '#lib/server/desk.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { type OpenTicket, openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { giveAccount } from './accounts.ts';

/** A fresh request key, as every form carries one. */
export const key = () => ({ requestKey: randomUUID() });
export const on = (ticket: number) => ({ ticket, ...key() });
export const saying = (ticket: number, text = 'Buongiorno.') => ({ ...on(ticket), text, files: [] });
export const asking = (ticket: number) => ({ ...saying(ticket), missing: ['reference-files' as const] });

/**
 * A house with one product and three of staff: Marta and Davide, agents, and Giulia, their supervisor. At Ferri & Landi
 * (Paola, Andrea) colleagues see each other's tickets, at Arcadia (Chiara, Tommaso) everybody sees only their own.
 */
export async function testHouse(desk: Desk) {
	const now = await desk.clock.now(desk.db);
	const product = await giveProduct(desk, 'Isoipsa');
	const giveCustomer = async (name: string, colleaguesSee: boolean) => {
		const values = { name, colleagues_see_tickets: colleaguesSee, created_at: now };
		const { id } = await desk.db.insertInto('customer').values(values).returning('id').executeTakeFirstOrThrow();
		await giveLicence(desk, { customer: id }, product);
		return { customer: id, seesColleagues: colleaguesSee };
	};
	const ferriLandi = await giveCustomer('Ferri e Landi', true);
	const arcadia = await giveCustomer('Arcadia', false);
	return {
		product,
		paola: await giveUser(desk, 'paola', ferriLandi),
		andrea: await giveUser(desk, 'andrea', ferriLandi),
		chiara: await giveUser(desk, 'chiara', arcadia),
		tommaso: await giveUser(desk, 'tommaso', arcadia),
		marta: await giveStaff(desk, 'marta', 'agent'),
		davide: await giveStaff(desk, 'davide', 'agent'),
		giulia: await giveStaff(desk, 'giulia', 'supervisor'),
	};
}

export async function giveProduct({ db, clock }: Desk, name: string): Promise<number> {
	const values = { name, created_at: await clock.now(db) };
	const { id } = await db.insertInto('product').values(values).returning('id').executeTakeFirstOrThrow();
	return id;
}

/** As of now, for everybody of the customer. */
export async function giveLicence(
	{ db, clock }: Desk,
	{ customer }: { customer: number },
	product: number,
): Promise<void> {
	const values = { customer, product, granted_at: await clock.now(db) };
	await db.insertInto('licence').values(values).execute();
}

export async function giveStaff(desk: Desk, username: string, role: StaffRole): Promise<StaffViewer> {
	const id = await giveAccount(desk, { role, username });
	return { id, role, name: username, language: 'it', theme: undefined, proved: provedForGood };
}

async function giveUser(
	desk: Desk,
	username: string,
	of: { customer: number; seesColleagues: boolean },
): Promise<UserViewer> {
	const id = await giveAccount(desk, { role: 'user', username, customer: of.customer });
	return { ...of, id, role: 'user', name: username, language: 'it', theme: undefined, proved: provedForGood };
}

/** What a form to open a ticket says, with a fresh request key. */
export function request(product: number, told: Partial<OpenTicket> = {}): OpenTicket {
	return {
		...key(),
		product,
		lane: 'technical',
		subject: 'La poligonale non chiude',
		description: 'Buongiorno, la poligonale non chiude.',
		version: '12.1',
		operatingSystem: 'Windows 11',
		tools: '',
		files: [],
		follows: undefined,
		...told,
	};
}

/** How tickets come to stand where a test begins. Each act must be done; the number of its ticket is the answer. */
export function begin(desk: Desk, product: number) {
	const opened = async (user: UserViewer, told?: Partial<OpenTicket>): Promise<number> =>
		granted(await openTicket(desk, user, request(product, told))).ticket;
	const taken = async (agent: StaffViewer): Promise<number> => granted(await takeNext(desk, agent, key())).ticket;
	/** Opened and taken; nothing may be queued before it. */
	const inHand = async (user: UserViewer, agent: StaffViewer): Promise<number> => {
		const ticket = await opened(user);
		if ((await taken(agent)) !== ticket) throw new Error('Another ticket was queued before this one.');
		return ticket;
	};
	return {
		opened,
		taken,
		inHand,
		async underEvaluation(user: UserViewer, agent: StaffViewer): Promise<number> {
			const ticket = await inHand(user, agent);
			granted(await evaluate(desk, agent, saying(ticket)));
			return ticket;
		},
		async awaitingCustomer(user: UserViewer, agent: StaffViewer): Promise<number> {
			const ticket = await inHand(user, agent);
			granted(await awaitCustomer(desk, agent, asking(ticket)));
			return ticket;
		},
		async solved(user: UserViewer, agent: StaffViewer): Promise<number> {
			const ticket = await inHand(user, agent);
			granted(await resolve(desk, agent, saying(ticket, '')));
			return ticket;
		},
	};
}

/** The value of an outcome that must be done. */
export function granted<Value>(
	outcome: { ok: true; value: Value } | { ok: false; refusal: { reason: string } },
): Value {
	if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal.reason}.`);
	return outcome.value;
}

export async function standingOf(desk: Desk, viewer: StaffViewer | UserViewer, number: number) {
	const ticket = await ticketInSight(desk.db, viewer, number);
	if (!ticket) throw new Error(`Ticket ${number} is not in sight.`);
	return standingNow(desk.db, ticket, await desk.clock.now(desk.db));
}

const tables = [
	...['draft_file', 'draft', 'customer_note'],
	...['attachment', 'hold', 'message', 'note', 'resolution', 'event', 'request_key', 'ticket_read', 'satisfaction'],
	...['queue_log', 'queue_entry', 'queue_agent', 'queue_proof', 'policy_version', 'mail_out', 'ticket'],
];

/** As if no ticket had ever been opened, nobody had been on duty and no setting saved; people and licences stay. */
export async function forgetTickets({ db }: Desk, { numbersGoOn = false } = {}): Promise<void> {
	// Foreign keys are looked at when the statement ends, so that one statement may delete in any order.
	const deletions = tables.map((table) => sql`${sql.ref(`no_${table}`)} as (delete from ${sql.table(table)})`);
	const begun = numbersGoOn ? sql`` : sql`, number = 0`;
	await sql`with ${sql.join(deletions)} update queue_counter set seq = 0, at = null${begun}`.execute(db);
}

/** All that acts on tickets and duty write, as one text: the same before and after what changed nothing. */
export async function everything({ db }: Desk): Promise<string> {
	const parts = [...tables, 'queue_counter'].map(
		(table) => sql`(select coalesce(string_agg(t::text, E'\n' order by t::text), '') from ${sql.table(table)} t)`,
	);
	const { rows } = await sql<{ text: string }>`select concat_ws(E'\n--\n', ${sql.join(parts)}) as text`.execute(db);
	return rows[0]?.text ?? '';
}

/** A version of the policy as if it had been saved, in force at once: its row, and its fact in the log. */
export async function givePolicy({ db, clock }: Desk, by: StaffViewer, changed: Partial<Policy>): Promise<void> {
	await db.transaction().execute(async (tx) => {
		const counter = await lockCounter(tx, clock);
		const { version, ...policy } = { ...(await policyNow(tx)), ...changed };
		const row = { version: version + 1, settings: policy, note: 'Prova', made_by: by.id, made_at: counter.at };
		await tx.insertInto('policy_version').values(row).execute();
		const { inHandLimit, reservationMinutes } = policy;
		await record(tx, counter, { type: 'policy', actor: by.id, settings: { inHandLimit, reservationMinutes } });
	});
}
