import { type Bilingual, type DeskCalendar, skipReason } from './calendar.ts';

/** A day as the calendar of the year shows it: also a holiday or closure on a day that is not worked anyway. */
export type YearDay = { day: string; worked: boolean; counts: boolean; holiday?: Bilingual; closure?: string };

/** A month in weeks from Monday to Sunday, with gaps where a week begins or ends in another month. */
export type YearMonth = { month: number; weeks: (YearDay | undefined)[][]; businessDays: number };

export function monthsOf(calendar: DeskCalendar, year: number): YearMonth[] {
	return Array.from({ length: 12 }, (_, before) => monthOf(calendar, year, before + 1));
}

function monthOf(calendar: DeskCalendar, year: number, month: number): YearMonth {
	const first = Temporal.PlainDate.from({ year, month, day: 1 });
	const days = Array.from({ length: first.daysInMonth }, (_, later) => yearDay(calendar, first.add({ days: later })));
	const slots = [...Array.from({ length: first.dayOfWeek - 1 }, () => undefined), ...days];
	const weeks = Array.from({ length: Math.ceil(slots.length / 7) }, (_, nth) =>
		Array.from({ length: 7 }, (_, day) => slots[nth * 7 + day]),
	);
	return { month, weeks, businessDays: days.filter(({ counts }) => counts).length };
}

function yearDay(calendar: DeskCalendar, date: Temporal.PlainDate): YearDay {
	const day = date.toString();
	const holiday = calendar.holidays.get(day);
	const closure = calendar.closures.get(day);
	return {
		day,
		worked: calendar.workingWeek.includes(date.dayOfWeek),
		counts: skipReason(calendar, date) === undefined,
		...(holiday && { holiday }),
		...(closure !== undefined && { closure }),
	};
}

/** Closure days that follow each other, for one reason. Days are YYYY-MM-DD, ascending. */
export type ClosureRun = { reason: string; days: string[] };

/** Closures as people say them: those with one reason and nothing but days that do not count between them, in one. */
export function runsOf(calendar: DeskCalendar, days: readonly string[]): ClosureRun[] {
	const runs: ClosureRun[] = [];
	for (const day of days) {
		const reason = calendar.closures.get(day) ?? '';
		const last = runs.at(-1);
		if (last?.reason === reason && follows(calendar, last.days.at(-1) ?? day, day)) last.days.push(day);
		else runs.push({ reason, days: [day] });
	}
	return runs;
}

function follows(calendar: DeskCalendar, day: string, next: string): boolean {
	const until = Temporal.PlainDate.from(next);
	let between = Temporal.PlainDate.from(day).add({ days: 1 });
	while (Temporal.PlainDate.compare(between, until) < 0 && skipReason(calendar, between)) {
		between = between.add({ days: 1 });
	}
	return between.equals(until);
}
