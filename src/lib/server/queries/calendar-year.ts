import type { Kysely } from 'kysely';
import { type Bilingual, type DeskCalendar, dayOf } from '#lib/domain/calendar.ts';
import { closureBounds } from '#lib/domain/closure.ts';
import { monthsOf, runsOf, type YearMonth } from '#lib/domain/year.ts';
import { calendarAround } from '../db/calendar.ts';
import { policyNow } from '../db/policy.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** A year as the policy in force counts it (P5). Days are YYYY-MM-DD. */
export type CalendarYear = {
	year: number;
	today: string;
	months: YearMonth[];
	holidays: { day: string; name: Bilingual; worked: boolean }[];
	closures: ClosureLine[];
	/** Between which days a closure may be entered. */
	earliest: string;
	latest: string;
	/** The years around this one that can be shown. */
	previous: number | undefined;
	next: number | undefined;
};

/** Closure days that belong together; `addedBy` names whoever entered them. */
export type ClosureLine = { days: string[]; reason: string; addedBy: string[]; isPast: boolean };

/** So many years back and ahead of the current one are shown. */
const reach = 5;

/** The year asked for, as far as the calendar reaches; otherwise the one that today is in. */
export async function calendarYear(desk: Desk, asked: number | undefined): Promise<CalendarYear> {
	const policy = await policyNow(desk.db);
	const today = dayOf(policy, await desk.clock.now(desk.db));
	const isShown = (year: number) => Math.abs(year - today.year) <= reach;
	const year = asked !== undefined && isShown(asked) ? asked : today.year;
	const calendar = await calendarAround(desk.db, yearBounds(year), policy);
	const bounds = closureBounds(today);
	return {
		year,
		today: today.toString(),
		months: monthsOf(calendar, year),
		holidays: holidaysIn(calendar, year),
		closures: await closuresIn(desk.db, calendar, year, today.toString()),
		earliest: bounds.earliest.toString(),
		latest: bounds.latest.toString(),
		previous: isShown(year - 1) ? year - 1 : undefined,
		next: isShown(year + 1) ? year + 1 : undefined,
	};
}

function yearBounds(year: number): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
	return {
		from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
		to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
	};
}

function holidaysIn({ holidays, workingWeek }: DeskCalendar, year: number): CalendarYear['holidays'] {
	return [...holidays]
		.filter(([day]) => day.startsWith(`${year}-`))
		.map(([day, name]) => ({ day, name, worked: workingWeek.includes(Temporal.PlainDate.from(day).dayOfWeek) }))
		.sort((a, b) => a.day.localeCompare(b.day));
}

async function closuresIn(db: Kysely<DB>, calendar: DeskCalendar, year: number, today: string): Promise<ClosureLine[]> {
	const { from, to } = yearBounds(year);
	const rows = await db
		.selectFrom('closure_day')
		.innerJoin('account', 'account.id', 'closure_day.added_by')
		.select(['closure_day.day', 'account.name as addedBy'])
		.where('closure_day.day', '>=', from.toString())
		.where('closure_day.day', '<=', to.toString())
		.orderBy('closure_day.day')
		.execute();
	const names = new Map(rows.map(({ day, addedBy }) => [day, addedBy]));
	return runsOf(calendar, [...names.keys()]).map(({ reason, days }) => ({
		reason,
		days,
		addedBy: [...new Set(days.map((day) => names.get(day) ?? ''))],
		isPast: (days.at(-1) ?? '') < today,
	}));
}
