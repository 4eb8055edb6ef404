import { type Kysely, sql } from 'kysely';
import { dayOf } from '#lib/domain/calendar.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { setClock } from '#lib/server/clock.ts';
import { calendarAround } from '#lib/server/db/calendar.ts';
import { transact } from '#lib/server/db/once.ts';
import { policyNow } from '#lib/server/db/policy.ts';
import type { DB } from '#lib/server/db/types.ts';
import type { Desk } from '#lib/server/desk.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { businessDay, daysUpTo } from './days.ts';
import { openHouse } from './opening.ts';
import { saveReplies } from './saved-replies.ts';
import { seasonDays } from './season/plan.ts';
import { beginSeason } from './season/season.ts';
import { play, type Stage } from './stage.ts';
import { confirmationBegun, ticketBegun } from './story/begun.ts';
import { firstWeek } from './story/first-week.ts';
import { lastDays, secondWeek } from './story/second-week.ts';
import { justNow, thisMorning } from './story/today.ts';
import { beginsToWrite, readingMarks } from './traces.ts';
import { within } from './within.ts';

/** With which everybody of the demo signs in. */
export const demoPassword = 'prendi-il-numero';

/** `whole`: three months of a house with sixty customers. `small`: three weeks of six of them. */
export type DemoSize = 'whole' | 'small';

/**
 * Fills an empty installation with the past of a software house, up to now, all of it or nothing: in one transaction, so
 * that a server that runs beside it never sees a past that is still being made.
 */
export async function fillWithDemo(
	desk: Desk,
	size: DemoSize = 'whole',
): Promise<Outcome<undefined, { reason: 'not-empty' }>> {
	return transact(desk.db, async (tx) => {
		await sql`lock table account in share row exclusive mode`.execute(tx);
		if (!(await isEmpty(tx))) return refused({ reason: 'not-empty' });
		const now = await desk.clock.now(tx);
		await within(tx, (db) => tellStory({ ...desk, db }, now, size));
		return done();
	});
}

async function isEmpty(db: Kysely<DB>): Promise<boolean> {
	const { rows } = await sql<{ empty: boolean }>`
		select not (exists (select from account) or exists (select from product) or exists (select from ticket)) as empty
	`.execute(db);
	return rows[0]?.empty === true;
}

async function tellStory(desk: Desk, now: Temporal.Instant, size: DemoSize): Promise<void> {
	const policy = await policyNow(desk.db);
	const today = dayOf(policy, now);
	const plain = await calendarAround(desk.db, { from: today, to: today }, policy);
	// Seen from the calendar before the closure, so that the days of the story can be counted with it.
	const closed = businessDay(plain, today, -1, 8);
	const reason = 'Trasloco dell’ufficio';
	const calendar = { ...plain, closures: new Map([[closed.toString(), reason]]) };
	const days = daysUpTo(now, calendar);

	const first = size === 'whole' ? seasonDays + 1 : 16;
	const clock = setClock(days.on(first, '08:30'));
	const stage: Stage = { desk: { ...desk, clock }, clock };
	const opening = await openHouse(stage, days.on(first, '09:00'), demoPassword);
	const { cast } = opening;
	await saveReplies(stage, opening, days.on(first, '09:00'));
	const season = size === 'whole' ? await beginSeason(stage, opening, days, calendar) : undefined;
	stage.meanwhile = season?.until;

	await cast.elena.closes(days.on(16, '10:00'), closed, reason);
	await firstWeek(cast, days);
	const left = await secondWeek(cast, days);
	await play(stage, days.endOf(4), async () => done(await recordLapses(stage.desk)));
	const { again } = await lastDays(cast, days, left);
	await thisMorning(cast, days);
	await justNow(cast, days, left);
	await season?.until(now);

	const { users } = opening;
	await readingMarks(stage, [...Object.values(users), ...(season?.writers ?? [])], days.ago({ hours: 26 }));
	await beginsToWrite(stage, users.andrea, now, confirmationBegun(again));
	await beginsToWrite(stage, users.chiara, now, ticketBegun(cast.products.telaio));
}
