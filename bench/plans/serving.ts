import { standingNow } from '#lib/server/access/tickets.ts';
import { setClock } from '#lib/server/clock.ts';
import type { Desk } from '#lib/server/desk.ts';
import { actChoices } from '#lib/server/queries/act-choices.ts';
import { deskPage } from '#lib/server/queries/desk.ts';
import { holdPreview } from '#lib/server/queries/hold-preview.ts';
import { orderPage } from '#lib/server/queries/order.ts';
import { orderAnswer } from '#lib/server/queries/order-answer.ts';
import { queuePage } from '#lib/server/queries/queue-page.ts';
import { queueState } from '#lib/server/queries/queue-state.ts';
import { searchChoices } from '#lib/server/queries/search-choices.ts';
import { similarSolved } from '#lib/server/queries/similar-solved.ts';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { size } from '../house.ts';
import type { Asked } from './catch.ts';
import { staff, user } from './people.ts';
import { lastQueued, oneOfTheLargest, oneOnHold, seen } from './tickets.ts';

/** The end of the last month, in which some 2,000 tickets were taken. */
const monthEnd = setClock(Temporal.Instant.from('2026-03-28T20:00Z'));

const longAgo = Temporal.Instant.from('2024-03-01T00:00Z');

/** The desk, seen by an agent with many holds. */
export async function serving(desk: Desk): Promise<Asked> {
	const agent = await staff(desk, 'agente1');
	const queued = await lastQueued(desk, (await user(desk, true)).customer);
	const held = await oneOnHold(desk);
	return {
		desk: () => deskPage(desk, agent),
		'desk, with a day of thousands of facts': () => deskPage({ ...desk, clock: monthEnd }, agent),
		'whole queue, its first page': () => queuePage(desk, agent, 1),
		'whole queue, its last page': () => queuePage(desk, agent, size.queued / 50),
		'ticket page of staff': () => staffTicketPage(desk, agent, held),
		'ticket page of staff, resolved long ago': () => staffTicketPage(desk, agent, 3_003),
		'search of the desk: solved tickets like a usual one': async () =>
			similarSolved(desk.db, agent, await seen(desk, agent, queued)),
		'search of the desk: solved tickets like one of rare words': async () =>
			similarSolved(desk.db, agent, await seen(desk, agent, await oneOfTheLargest(desk))),
		'choices of an agent who has it in hand': async () => actChoices(desk, agent, await seen(desk, agent, queued)),
		'what a request for information would be told': () => holdPreview(desk),
		'how a ticket stands': async () =>
			standingNow(desk.db, await seen(desk, agent, held), await desk.clock.now(desk.db)),
		'what waits that nobody covers': async () => queueState(desk.db, agent.id, await desk.clock.now(desk.db)),
		'what the search of staff can be narrowed to': () =>
			searchChoices(desk.db, { customer: 'studio 1', from: longAgo, until: longAgo.add({ hours: 24 * 30 }) }),
		order: () => orderPage({ ...desk, clock: monthEnd }),
		'order, a ticket explained': () => orderAnswer(desk, 60_000),
	};
}
