import { done, type Outcome, refused } from './outcome.ts';
import { inHandOf, type Standing, type TicketRefusal } from './ticket.ts';

/** One of two tickets to be merged. */
export type Mergeable = { number: number; customer: number; openedBy: number; standing: Standing };

export type MergeRefusal =
	| { reason: 'same-ticket' }
	| { reason: 'other-not-found' }
	| { reason: 'other-customer' }
	| { reason: 'not-visible-to-both' }
	| { reason: 'other-resolved' }
	| { reason: 'other-in-hand' };

/** Which arrival number stays and which ticket leaves. */
export type Merged<Ticket> = { kept: Ticket; left: Ticket };

/**
 * Whether two tickets may be merged by the agent who has `mine` in hand: both open, of one customer, the other in nobody
 * else's hand; where colleagues do not see each other's tickets, both of the same user. The earlier arrival stays (P4).
 */
export function mayMerge<Ticket extends Mergeable>(
	agent: number,
	mine: Ticket,
	other: Ticket,
	{ colleaguesSee }: { colleaguesSee: boolean },
): Outcome<Merged<Ticket>, TicketRefusal | MergeRefusal> {
	const allowed = inHandOf(mine.standing, agent);
	if (!allowed.ok) return allowed;
	if (other.customer !== mine.customer) return refused({ reason: 'other-customer' });
	if (other.openedBy !== mine.openedBy && !colleaguesSee) return refused({ reason: 'not-visible-to-both' });
	const { standing } = other;
	if (standing.state === 'resolved') return refused({ reason: 'other-resolved' });
	if (standing.state === 'in-hand' && standing.agent !== agent) return refused({ reason: 'other-in-hand' });
	return done(mine.number < other.number ? { kept: mine, left: other } : { kept: other, left: mine });
}
