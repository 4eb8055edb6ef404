import { type Kysely, sql } from 'kysely';
import type { Environment } from '#lib/domain/checklist.ts';
import type { Standing } from '#lib/domain/ticket.ts';
import { inSight, sightOf, type TicketInSight } from '../access/tickets.ts';
import type { Sight, Viewer } from '../access/viewer.ts';
import { isCoveredBy } from '../db/next-in-line.ts';
import type { DB } from '../db/types.ts';
import type { KeptTicket } from './kept-ticket.ts';
import { type Links, linkedTickets, linksOf } from './linked-tickets.ts';
import { type HoldView, holdView, type Stub, stubFrom, stubsWithAdditions } from './stubs.ts';

/** What a page shows of a ticket, and the ticket itself for whatever reads more of it. */
export type Seen<Page> = { ticket: TicketInSight; page: Page };

/** What customers and staff both read. */
export type TicketFacts = Links & {
	stub: Stub;
	environment: Environment;
	hold: HoldView | undefined;
	/** Of a merged ticket: the one that goes on in its stead, or did. */
	kept: KeptTicket | undefined;
	/** Somebody on duty covers its product (P4). */
	followed: boolean;
};

export type TicketRow = Awaited<ReturnType<ReturnType<typeof ticketRow>['execute']>>[number];

export function ticketRow(db: Kysely<DB>, viewer: Sight, number: number) {
	return stubsWithAdditions(db)
		.select(['ticket.version', 'ticket.operating_system as operatingSystem', 'ticket.tools', 'ticket.follows'])
		.select('resolution.duplicate_of as mergedInto')
		.select((eb) => [
			eb.selectFrom('account').select('name').whereRef('id', '=', 'entry.agent').as('agentName'),
			eb.selectFrom('account').select('name').whereRef('id', '=', 'entry.reserved_for').as('reservedFor'),
			eb
				.selectFrom('queue_entry')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.where('state', '=', 'queued')
				.where('lane', '=', 'technical')
				.where('entry.state', '=', 'in-hand')
				.where('entry.lane', '=', 'consultancy')
				.as('technicalQueued'),
			linkedTickets(db, viewer, number).as('linked'),
			eb
				.exists(
					eb
						.selectFrom('queue_agent')
						.select('agent')
						.where('on_duty', '=', true)
						.where(isCoveredBy(sql.ref('queue_agent.covers'), sql.ref('entry.product'))),
				)
				.as('followed'),
		])
		.select(sightOf(viewer))
		.where('ticket.number', '=', number)
		.where(inSight(viewer));
}

export function ticketFacts(viewer: Viewer, row: TicketRow, standing: Standing, now: Temporal.Instant) {
	const { version, operatingSystem, tools } = row;
	return {
		stub: stubFrom(row, now, viewer.role === 'user' ? viewer : undefined),
		environment: { version, operatingSystem, tools },
		hold: holdView(standing),
		followed: row.followed === true,
		...linksOf(row),
	};
}
