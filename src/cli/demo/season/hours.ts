import { type DeskCalendar, dayOf, skipReason } from '#lib/domain/calendar.ts';
import type { Dice } from '../../simulation/dice.ts';
import type { Hours } from '../story/hours.ts';

type Instant = Temporal.Instant;

/** How long before the story goes on nothing new is to come, so that the counter is free by then. */
const before = { minutes: 45 };

export type OpeningHours = {
	/** The same moment, or the first after the story's hours in which customers may bring something. */
	free(at: Instant): Instant;
	/** Whether the story is being told. */
	isStory(at: Instant): boolean;
	/** The same moment, or one in the next working hours, early on. */
	working(at: Instant, dice: Dice): Instant;
	/** Whether it is not three weeks ago: what is evaluated for longer than that has an end. */
	isRecent(at: Instant): boolean;
	/** Whether it is late in the day to take something new. */
	isLate(at: Instant): boolean;
};

export function openingHours(calendar: DeskCalendar, story: readonly Hours[]): OpeningHours {
	const within = (at: Instant, from: Instant, to: Instant) =>
		Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, to) < 0;
	/** Today the desk is open for as long as it is looked at. */
	const today = story.at(-1)?.to ?? Temporal.Instant.fromEpochMilliseconds(0);
	const local = (at: Instant) => at.toZonedDateTimeISO(calendar.timeZone);
	return {
		free(at) {
			const hours = story.find(({ from, to }) => within(at, from.subtract(before), to));
			// As far after the end as it came after the beginning, up to an hour: not all in the same second.
			return hours ? hours.to.add({ seconds: ((at.epochMilliseconds / 1_000) % 3_600) | 0 }) : at;
		},
		isStory: (at) => story.some(({ from, to }) => within(at, from, to)),
		working(at, dice) {
			let day = dayOf(calendar, at);
			const time = local(at).toPlainTime();
			const isOpen = time.hour >= 8 && time.hour < 18 && !skipReason(calendar, day);
			if (isOpen) return at;
			if (time.hour >= 18) day = day.add({ days: 1 });
			while (skipReason(calendar, day)) day = day.add({ days: 1 });
			const early = Temporal.PlainTime.from('08:40').add({ seconds: dice.below(7_200) });
			return day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: early }).toInstant();
		},
		isRecent: (at) => Temporal.Instant.compare(at, today.subtract({ hours: 24 * 21 })) > 0,
		isLate: (at) => Temporal.Instant.compare(at, today) < 0 && local(at).hour * 60 + local(at).minute >= 17 * 60 + 25,
	};
}
