import type { Language } from '#lib/domain/roles.ts';

/** A date in pieces, from which each language builds its own sentence; the same in every browser and on the server. */
export type DateParts = { weekday: string; day: string; month: string; year: string };
/** `date` is the local day as YYYY-MM-DD. */
export type MomentParts = DateParts & { date: string; clock: string };

export const locales: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };

/** Making a formatter costs a hundred times what using it does, and there are only as many as time zones and languages. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions & { timeZone: string }): Intl.DateTimeFormat {
	const key = `${locale} ${options.timeZone}`;
	const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
	formats.set(key, format);
	return format;
}

const [minuteMs, dayMs] = [60_000, 86_400_000];
/** By time zone and day of UTC, as milliseconds; undefined where the clocks are changed on that day. */
const aheadOfUtc = new Map<string, Map<number, number | undefined>>();
/** Some 27 years of a time zone. */
const keptDays = 10_000;

/** What a calendar and a clock say at an instant in a time zone, as `2026-11-27T09:05`. `Intl` is asked once a day: asking takes ten times as long. */
function onTheWall(at: number, timeZone: string): string {
	const ahead = aheadOn(Math.floor(at / dayMs), timeZone) ?? aheadAt(at, timeZone);
	return new Date(at + ahead).toISOString().slice(0, 16);
}

function aheadOn(nth: number, timeZone: string): number | undefined {
	const known = aheadOfUtc.get(timeZone) ?? new Map<number, number | undefined>();
	aheadOfUtc.set(timeZone, known);
	if (!known.has(nth)) {
		if (known.size >= keptDays) known.clear();
		const [first, last] = [aheadAt(nth * dayMs, timeZone), aheadAt((nth + 1) * dayMs - minuteMs, timeZone)];
		known.set(nth, first === last ? first : undefined);
	}
	return known.get(nth);
}

function aheadAt(at: number, timeZone: string): number {
	const wall = formatOf('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
	return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(at / minuteMs) * minuteMs;
}

/** By number, as JavaScript counts them: Sunday and January are 0. */
type Names = { weekdays: string[]; months: string[] };
const names: { [Of in Language]?: Names } = {};

/** As they are said within a date. */
function namesIn(language: Language): Names {
	names[language] ??= {
		weekdays: Array.from({ length: 7 }, (_, nth) => named('weekday', Date.UTC(2023, 0, 1 + nth), language)),
		months: Array.from({ length: 12 }, (_, nth) => named('month', Date.UTC(2023, nth, 1), language)),
	};
	return names[language];
}

function named(part: 'weekday' | 'month', at: number, language: Language): string {
	const whole = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	const parts = formatOf(locales[language], whole).formatToParts(at);
	return parts.find(({ type }) => type === part)?.value ?? '';
}

/** `date` begins with YYYY-MM-DD. */
export function dateParts(date: string, language: Language): DateParts {
	const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
	const { weekdays, months } = namesIn(language);
	const weekday = weekdays[new Date(Date.UTC(Number(year), month - 1, day)).getUTCDay()];
	return { weekday: weekday ?? '', day: String(day), month: months[month - 1] ?? '', year };
}

export function momentParts(instant: string, language: Language, timeZone: string): MomentParts {
	const wall = onTheWall(Date.parse(instant), timeZone);
	return {
		...dateParts(wall, language),
		date: wall.slice(0, 10),
		clock: `${Number(wall.slice(11, 13))}:${wall.slice(14)}`,
	};
}

/** The local day of an instant as YYYY-MM-DD. */
export function localDay(instant: string, timeZone: string): string {
	return onTheWall(Date.parse(instant), timeZone).slice(0, 10);
}

/** How many days before `today` a day was, both YYYY-MM-DD; 0 is today, negative is yet to come. */
export function daysBefore(today: string, date: string): number {
	return (Date.parse(today) - Date.parse(date)) / dayMs;
}

const numbers: Record<Language, Intl.NumberFormat> = {
	it: new Intl.NumberFormat(locales.it, { useGrouping: 'min2' }),
	en: new Intl.NumberFormat(locales.en, { useGrouping: 'min2' }),
};

/** Whole numbers as the language writes them: 1.234 or 1,234. */
export function wholeNumber(value: number, language: Language): string {
	return numbers[language].format(value);
}
