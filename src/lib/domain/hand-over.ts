import { done, type Outcome, refused } from './outcome.ts';
import type { Agent, Reservation } from './queue.ts';
import { covers, reservationFor } from './serving.ts';

/** A colleague on the staff, as handing over sees them. */
export type Colleague = Agent & { id: number; disabled: boolean };

export type HandOverRefusal =
	| { reason: 'handed-to-yourself' }
	| { reason: 'unknown-colleague' }
	| { reason: 'colleague-off-duty' }
	| { reason: 'colleague-does-not-cover' }
	| { reason: 'reservations-off' };

/** What is handed over, by whom, and for how many minutes it is kept. */
export type HandedOver = { by: number; product: number; minutes: number; at: Temporal.Instant };

/**
 * For whom a ticket that is handed over is kept, and until when: for a colleague who is on duty and covers its product (P4).
 * Where the policy reserves for no minutes nothing is handed over.
 */
export function handedOverTo(
	colleague: Colleague | undefined,
	{ by, product, minutes, at }: HandedOver,
): Outcome<Reservation, HandOverRefusal> {
	if (!colleague || colleague.disabled) return refused({ reason: 'unknown-colleague' });
	if (colleague.id === by) return refused({ reason: 'handed-to-yourself' });
	if (!colleague.onDuty) return refused({ reason: 'colleague-off-duty' });
	if (!covers(colleague, product)) return refused({ reason: 'colleague-does-not-cover' });
	const reserved = reservationFor(colleague, product, minutes, at);
	return reserved ? done(reserved) : refused({ reason: 'reservations-off' });
}
