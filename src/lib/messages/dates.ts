import type { Language } from '#lib/domain/roles.ts';

/** A date in pieces, from which each language builds its own sentence; the same in every browser and on the server. */
export type DateParts = { weekday: string; day: string; month: string; year: string };
export type MomentParts = DateParts & { clock: string };

export const locales: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };

/** Making a formatter costs a hundred times what using it does, and there are only as many as languages and time zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions & { timeZone: string }): Intl.DateTimeFormat {
	const key = `${locale} ${options.timeZone}`;
	const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
	formats.set(key, format);
	return format;
}

function partsOf(date: Date, language: Language, timeZone: string): MomentParts {
	const format = formatOf(locales[language], {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone,
	});
	const found = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
	const { weekday = '', day = '', month = '', year = '', hour = '', minute = '' } = found;
	return { weekday, day, month, year, clock: `${Number(hour)}:${minute}` };
}

export function momentParts(instant: string, language: Language, timeZone: string): MomentParts {
	return partsOf(new Date(instant), language, timeZone);
}

/** `date` is YYYY-MM-DD. */
export function dateParts(date: string, language: Language): DateParts {
	return partsOf(new Date(`${date}T12:00:00Z`), language, 'UTC');
}

/** The local day of an instant as YYYY-MM-DD. */
export function localDay(instant: string, timeZone: string): string {
	return formatOf('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(instant));
}

/** How many local days before `today` (YYYY-MM-DD) the instant was; 0 is today, negative is yet to come. */
export function daysBefore(today: string, instant: string, timeZone: string): number {
	return (Date.parse(today) - Date.parse(localDay(instant, timeZone))) / 86_400_000;
}

const numbers: Record<Language, Intl.NumberFormat> = {
	it: new Intl.NumberFormat(locales.it, { useGrouping: 'min2' }),
	en: new Intl.NumberFormat(locales.en, { useGrouping: 'min2' }),
};

/** Whole numbers as the language writes them: 1.234 or 1,234. */
export function wholeNumber(value: number, language: Language): string {
	return numbers[language].format(value);
}
