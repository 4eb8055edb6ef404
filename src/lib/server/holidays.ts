import type { HolidaysTypes } from 'date-holidays';
import type { Bilingual } from '#lib/domain/calendar.ts';
import { wordsFor } from '#lib/messages/words-for.ts';

type Holidays = ReadonlyMap<string, Bilingual>;

const known = new Map<string, Promise<Holidays>>();

/** The public holidays of a country (ISO 3166-1 alpha-2) in these years, by ISO date. Worked out once in a process. */
export async function holidaysOf(country: string, years: Iterable<number>): Promise<Holidays> {
	const found = await Promise.all([...new Set(years)].map((year) => holidaysIn(country, year)));
	return new Map(found.flatMap((ofYear) => [...ofYear]));
}

function holidaysIn(country: string, year: number): Promise<Holidays> {
	const key = `${country} ${year}`;
	const found = known.get(key) ?? workOut(country, year);
	known.set(key, found);
	return found;
}

/** The package is large and slow to load (0.2 s): only a process that asks for holidays pays for it. */
async function workOut(country: string, year: number): Promise<Holidays> {
	const { default: HolidaysOfPackage } = await import('date-holidays');
	const calendar = new HolidaysOfPackage(country, { types: ['public'] });
	const english = calendar.getHolidays(year, 'en');
	return new Map(
		calendar.getHolidays(year, 'it').flatMap((holiday, nth) => {
			const name = { it: italianName(holiday), en: english[nth]?.name ?? holiday.name };
			return daysOf(holiday).map((day): [string, Bilingual] => [day, name]);
		}),
	);
}

/** A day kept instead of a holiday that fell on a day off is marked by the package in every language but Italian: in another one. */
function italianName({ name, substitute }: HolidaysTypes.Holiday): string {
	return substitute ? wordsFor('it').common.substituteDay(name.replace(/ \([^()]*\)$/, '')) : name;
}

/** Elsewhere a holiday may last several days. */
function daysOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
	const first = Temporal.PlainDate.from(date.slice(0, 10));
	const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
	return Array.from({ length: days }, (_, later) => first.add({ days: later }).toString());
}

/** The countries (ISO 3166-1 alpha-2) whose public holidays are known. */
export async function knownCountries(): Promise<ReadonlySet<string>> {
	const { default: HolidaysOfPackage } = await import('date-holidays');
	return new Set(Object.keys(new HolidaysOfPackage().getCountries('en')));
}
