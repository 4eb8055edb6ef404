import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from './types.ts';

/** The channel on which an act says, with its commit and to every process, whom it concerns. */
export const channel = 'sportello';

/** What is told: never what was written, so that whoever is told has to ask for it, and be let in, as at any other time. */
export type Told =
	| {
			about: 'ticket';
			ticket: number;
			customer: number;
			openedBy: number;
			/** Only staff see that anything is different. */
			staffOnly: boolean;
			/** The row of the queue log that was written, if one was. */
			seq: number | null;
	  }
	/** Duty, coverage, settings: a row of the log that is about no ticket. */
	| { about: 'house'; seq: number }
	/** A session of the account ended, or all of them. */
	| { about: 'account'; account: number }
	/** Whom the users of the customer see the tickets of. */
	| { about: 'customer'; customer: number }
	/** What pages and mails are signed with. */
	| { about: 'organisation' }
	| Look;

/** One of the staff has a ticket's page open, or has left it. It passes by: nothing is stored of it. */
export type Look = { about: 'looking'; ticket: number; account: number; name: string; left: boolean };

type Telling = RawBuilder<unknown>;

/**
 * For the RETURNING of a statement that is run anyway: a statement of its own would cost another way to the database. What is told
 * arrives after the commit, in the order of commits, and not at all where there is none.
 */
const told = (object: RawBuilder<unknown>) => sql`pg_notify(${sql.lit(channel)}, ${object}::text)`;

/** Something that people see of a ticket is different. */
export function tellTicket(ticket: number, { staffOnly = false } = {}): Telling {
	return tellTickets(sql`number = ${ticket}`, null, staffOnly);
}

/** The tickets that a row of the queue log changes for those who look at them: the one that joins another's, or follows it, is shown there. */
export function tellFact(fact: { seq: number; ticket: number | undefined; into: number | undefined }): Telling {
	const { seq, ticket, into } = fact;
	if (ticket === undefined) return told(sql`json_build_object('about', 'house', 'seq', ${seq}::bigint)`);
	const others = into ?? sql`(select follows from ticket where number = ${ticket})`;
	return tellTickets(sql`number in (${ticket}, ${others})`, seq, false);
}

function tellTickets(which: RawBuilder<unknown>, seq: number | null, staffOnly: boolean): Telling {
	const object = sql`json_build_object('about', 'ticket', 'ticket', number, 'customer', customer, 'openedBy', opened_by,
		'staffOnly', ${sql.lit(staffOnly)}, 'seq', ${seq}::bigint)`;
	return sql`(select count(${told(object)}) from ticket where ${which})`;
}

/** Whoever is signed in with this account has to show that they still may be. */
export function tellAccount(account: RawBuilder<unknown> | number): Telling {
	return told(sql`json_build_object('about', 'account', 'account', ${account}::integer)`);
}

/** The users of this customer may see other tickets than before. */
export function tellCustomer(customer: number): Telling {
	return told(sql`json_build_object('about', 'customer', 'customer', ${customer}::integer)`);
}

/** Whose desk this is, for every process to read again. */
export function tellOrganisation(): Telling {
	return told(sql`json_build_object('about', 'organisation')`);
}

/** Said to every process; it goes with no act, and no customer is told. */
export async function tellLooks(db: Kysely<DB>, looks: readonly Look[]): Promise<void> {
	const payloads = looks.map((look) => JSON.stringify(look));
	await sql`select pg_notify(${channel}, look) from unnest(${payloads}::text[]) look`.execute(db);
}

/** What a notification says; nothing where somebody else wrote it to the channel. */
export function toldIn(payload: string): Told | undefined {
	try {
		const told: unknown = JSON.parse(payload);
		return typeof told === 'object' && told !== null && 'about' in told ? (told as Told) : undefined;
	} catch {
		return undefined;
	}
}
