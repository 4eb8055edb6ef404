import { done, type Outcome, refused } from './outcome.ts';
import type { Standing } from './ticket.ts';

/** From «not at all» to «fully»: each step has its word, none is shown as a figure. */
export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** For how long an answer can be changed: so many times 24 hours, whatever the clocks on the wall do meanwhile. */
export const daysToChange = 7;

export type RatingRefusal =
	| { reason: 'not-resolved' }
	| { reason: 'duplicate-not-rated' }
	| { reason: 'rating-stands' };

/** The first instant at which an answer given at `givenAt` stands for good. */
export function standsFrom(givenAt: Temporal.Instant): Temporal.Instant {
	return givenAt.add({ hours: daysToChange * 24 });
}

/** Whether it can still be changed at `now`. */
export function mayChange(givenAt: Temporal.Instant, now: Temporal.Instant): boolean {
	return Temporal.Instant.compare(now, standsFrom(givenAt)) < 0;
}

/** Asked about what was resolved, however it was; not about a duplicate, whose matter goes on in another ticket. */
export function isRated(standing: Standing): boolean {
	return standing.state === 'resolved' && standing.as !== 'duplicate';
}

/** Whether somebody may say what they thought of a ticket at `now`, who first said so at `givenAt`. */
export function mayRate(
	standing: Standing,
	givenAt: Temporal.Instant | undefined,
	now: Temporal.Instant,
): Outcome<undefined, RatingRefusal> {
	if (standing.state !== 'resolved') return refused({ reason: 'not-resolved' });
	if (!isRated(standing)) return refused({ reason: 'duplicate-not-rated' });
	if (givenAt && !mayChange(givenAt, now)) return refused({ reason: 'rating-stands' });
	return done();
}
