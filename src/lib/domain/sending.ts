export const mailStates = ['waiting', 'sent', 'failed', 'gathered', 'kept'] as const;
export type MailState = (typeof mailStates)[number];

/** Why a mail was not sent: the server refused it for good, or put it off for too long; or its receiver has no access. */
export type MailTrouble = 'refused' | 'gave-up' | 'disabled';

/** What one mail holds at most when several wait. */
export const mostGathered = 100;

/**
 * How many of the notices that wait for somebody go into the next mail to them, the oldest first; 0 when the hour's mails are used up.
 * The last mail of an hour takes all that waits.
 */
export function gatheredNow(waiting: number, sentThisHour: number, perHour: number): number {
	const left = perHour - sentThisHour;
	if (left <= 0) return 0;
	return left === 1 ? Math.min(waiting, mostGathered) : 1;
}

const pausesMinutes = [1, 5, 15, 30, 60, 120, 240];
/** RFC 5321, 4.5.4.1: four to five days. */
export const givenUpAfter = { hours: 5 * 24 };

/** When a mail that was put off is tried again, after so many attempts; nothing when it has been tried for long enough. */
export function nextAttempt(
	attempts: number,
	first: Temporal.Instant,
	now: Temporal.Instant,
): Temporal.Instant | undefined {
	const minutes = pausesMinutes[Math.min(attempts, pausesMinutes.length) - 1] ?? 1;
	const next = now.add({ minutes });
	return Temporal.Instant.compare(next, first.add(givenUpAfter)) > 0 ? undefined : next;
}

/** How long no mail is tried once the server could not be reached so many times in a row. */
export function serverPause(failures: number): { minutes: number } {
	return { minutes: Math.min(failures, 5) };
}
