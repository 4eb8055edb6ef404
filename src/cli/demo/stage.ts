import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { SetClock } from '#lib/server/clock.ts';
import type { Upload } from '#lib/server/db/messages.ts';
import type { Desk } from '#lib/server/desk.ts';
import { sendReminders } from '#lib/server/use-cases/remind.ts';

/** Where the story is played: a desk whose clock stands until the next act moves it. */
export type Stage = {
	desk: Desk;
	clock: SetClock;
	/** What others do up to an act's moment, before it is played. */
	meanwhile?: ((until: Temporal.Instant) => Promise<void>) | undefined;
};

export type DemoFile = { name: string; content: Buffer | string };

/** Moves the clock on to the act's moment and plays it. A story that the policy refuses is wrong, and ends the demo. */
export async function play<Value>(
	stage: Stage,
	when: Temporal.Instant,
	act: () => Promise<Outcome<Value, { reason: string }>>,
): Promise<Value> {
	const { clock, desk } = stage;
	await stage.meanwhile?.(when);
	if (Temporal.Instant.compare(when, await clock.now(desk.db)) < 0) throw new Error(`The story runs back to ${when}.`);
	await remindUntil(stage, when);
	clock.set(when);
	const outcome = await act();
	if (!outcome.ok) throw new Error(`The story does not hold at ${when}: ${outcome.refusal.reason}.`);
	return outcome.value;
}

/** The reminders that fall before the next act, each at its own moment, as the job would have written them. */
async function remindUntil({ clock, desk }: Stage, when: Temporal.Instant): Promise<void> {
	const due = desk.db.selectFrom('hold').select('next_reminder_at').where('ended_at', 'is', null);
	const next = due.where('next_reminder_at', '<', when).orderBy('next_reminder_at').limit(1);
	for (let row = await next.executeTakeFirst(); row?.next_reminder_at; row = await next.executeTakeFirst()) {
		clock.set(row.next_reminder_at);
		await sendReminders(desk);
	}
}

export const requestKey = () => randomUUID();

export async function uploads({ desk }: Stage, files: readonly DemoFile[]): Promise<Upload[]> {
	const stored: Upload[] = [];
	for (const { name, content } of files) {
		const bytes = Buffer.from(content);
		const blob = await desk.blobs.put(Readable.from([bytes]), bytes.length);
		if (blob === 'too-large') throw new Error(`${name} is larger than it was a moment ago.`);
		stored.push({ ...blob, name });
	}
	return stored;
}
