import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { inSight } from '../access/tickets.ts';
import type { Sight } from '../access/viewer.ts';
import type { DB } from '../db/types.ts';

/** A ticket that another one names. */
export type LinkedTicket = { number: number; subject: string };

/** The tickets that have to do with one, as far as the viewer may see them. */
export type Links = {
	follows: LinkedTicket | undefined;
	followedBy: LinkedTicket[];
	/** The earlier arrival that goes on in its stead (P4). */
	mergedInto: LinkedTicket | undefined;
	/** Those that were merged into it. */
	merged: LinkedTicket[];
};

/** The tickets that this one names and those that name it, as far as the viewer may see them. */
export function linkedTickets(db: Kysely<DB>, viewer: Sight, number: number) {
	const named = db
		.selectFrom('ticket as this')
		.select('this.follows as number')
		.where('this.number', '=', number)
		.unionAll((eb) => eb.selectFrom('ticket as next').select('next.number').where('next.follows', '=', number))
		.unionAll((eb) => eb.selectFrom('resolution').select('duplicate_of as number').where('ticket', '=', number))
		.unionAll((eb) => eb.selectFrom('resolution').select('ticket as number').where('duplicate_of', '=', number));
	const linked = db
		.selectFrom('ticket')
		.select((eb) => [
			'ticket.number',
			'ticket.subject',
			'ticket.follows',
			eb.selectFrom('resolution').select('duplicate_of').whereRef('ticket', '=', 'ticket.number').as('mergedInto'),
		])
		.where('ticket.number', 'in', named)
		.where(inSight(viewer))
		.orderBy('ticket.number');
	return jsonArrayFrom(linked);
}

/** A ticket as it was read, with those `linkedTickets` finds. */
type Linked = {
	number: number;
	follows: number | null;
	mergedInto: number | null;
	linked: (LinkedTicket & { follows: number | null; mergedInto: number | null })[];
};

export function linksOf({ number, follows, mergedInto, linked }: Linked): Links {
	const links = (which: (ticket: Linked['linked'][number]) => boolean): LinkedTicket[] =>
		linked.filter(which).map((ticket) => ({ number: ticket.number, subject: ticket.subject }));
	return {
		follows: links((ticket) => ticket.number === follows)[0],
		followedBy: links((ticket) => ticket.follows === number),
		mergedInto: links((ticket) => ticket.number === mergedInto)[0],
		merged: links((ticket) => ticket.mergedInto === number),
	};
}
