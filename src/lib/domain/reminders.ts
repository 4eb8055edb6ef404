import type { Receipt } from './hold.ts';

/** `offset`: how many counted days come after the one it goes out on; 0 on the last counted day, 1 on the one before. */
export type Reminder = { offset: number; at: Temporal.Instant };

/**
 * When the customer of a hold is reminded (P5): on counted days, at the local time `HH:MM` of the receipt's own zone. In order of
 * time; only what falls after the placing and before the lapse.
 */
export function remindersOf(receipt: Receipt, offsets: readonly number[], time: string): Reminder[] {
	return [...new Set(offsets)]
		.flatMap((offset) => reminderOn(receipt, offset, time) ?? [])
		.filter(({ at }) => isBefore(receipt.placedAt, at) && isBefore(at, receipt.lapsesAt))
		.sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** At `at`: the latest of those due, which is the one to be written, and those still ahead. The others were missed. */
export function remindersAt(
	receipt: Receipt,
	offsets: readonly number[],
	time: string,
	at: Temporal.Instant,
): { due: Reminder | undefined; ahead: Reminder[] } {
	const reminders = remindersOf(receipt, offsets, time);
	const ahead = reminders.filter((reminder) => isBefore(at, reminder.at));
	return { due: reminders[reminders.length - ahead.length - 1], ahead };
}

function reminderOn({ countedDays, timeZone }: Receipt, offset: number, time: string): Reminder | undefined {
	const day = countedDays.at(-1 - offset);
	const moment = day && momentOn(day, timeZone, time);
	return moment && { offset, at: moment.toInstant() };
}

/** Where the clocks skip that time it is so much later, or so much earlier when later is on the next day. */
function momentOn(day: Temporal.PlainDate, timeZone: string, time: string): Temporal.ZonedDateTime | undefined {
	return (['compatible', 'earlier'] as const)
		.map((disambiguation) => day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation }))
		.find((moment) => moment.toPlainDate().equals(day));
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
