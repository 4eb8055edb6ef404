import type { WhyBefore } from '#lib/domain/why-before.ts';
import type { Desk } from '../desk.ts';
import { type Stub, stubFrom, stubs } from './stubs.ts';
import { ticketSteps } from './ticket-steps.ts';
import { type StepView, told } from './told-story.ts';
import { whyBefore } from './why-before.ts';

/** Why a ticket was taken when it was, each time; and, while it is queued, why others go before it. */
export type OrderAnswer = { stub: Stub; steps: StepView[]; before: WhyBefore | undefined };

/** How many of the tickets that were queued before are named at each taking; the others are counted. */
const named = 50;

/** For the staff; nothing for a ticket that does not exist. */
export async function orderAnswer({ db, clock }: Desk, number: number): Promise<OrderAnswer | undefined> {
	const [now, row, steps, before] = await Promise.all([
		clock.now(db),
		stubs(db).where('ticket.number', '=', number).executeTakeFirst(),
		ticketSteps(db, number),
		whyBefore(db, number),
	]);
	if (!row || !steps) return undefined;
	return { stub: stubFrom(row, now), steps: await told(db, steps, named), before };
}
