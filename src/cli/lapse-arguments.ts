import { type DeskCalendar, dayOf, horizonDays } from '#lib/domain/calendar.ts';
import { dayFrom } from '#lib/domain/closure.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { holidaysOf, knownCountries } from '#lib/server/holidays.ts';
import { timeZones } from '#lib/server/settings.ts';
import { WrongUse } from './command.ts';

export const lapseOptions = {
	placed: { type: 'string' },
	days: { type: 'string', default: String(defaultPolicy.holdDays) },
	country: { type: 'string', default: defaultPolicy.country },
	zone: { type: 'string', default: defaultPolicy.timeZone },
	week: { type: 'string', default: 'mon-fri' },
	closed: { type: 'string', multiple: true, default: [] as string[] },
	json: { type: 'boolean', default: false },
} as const;

type Given = { country: string; zone: string; week: string; closed: string[] };

export function instantOf(placed: string | undefined): Temporal.Instant {
	try {
		return Temporal.Instant.from(placed ?? '');
	} catch {
		throw new WrongUse('--placed must be an instant with its offset, such as 2026-12-01T10:00:00+01:00.');
	}
}

export function daysOf(days: string): number {
	if (/^[1-9]\d{0,2}$/.test(days)) return Number(days);
	throw new WrongUse('--days must be a whole number from 1 to 999.');
}

/** The calendar of these settings, as far ahead as a hold placed then may look. */
export async function calendarOf(placedAt: Temporal.Instant, given: Given): Promise<DeskCalendar> {
	const timeZone = zoneOf(given.zone);
	const workingWeek = weekOf(given.week);
	const closures = new Map(given.closed.flatMap(closedDays).map((day) => [day, 'closure day']));
	const country = await countryOf(given.country);
	const from = dayOf({ timeZone }, placedAt);
	const to = from.add({ days: horizonDays });
	const years = Array.from({ length: to.year - from.year + 1 }, (_, after) => from.year + after);
	return { timeZone, workingWeek, closures, holidays: await holidaysOf(country, years) };
}

async function countryOf(typed: string): Promise<string> {
	const code = typed.toUpperCase();
	if ((await knownCountries()).has(code)) return code;
	throw new WrongUse(
		`--country must be a country whose holidays are known, by its two letters such as IT, not "${typed}".`,
	);
}

function zoneOf(typed: string): string {
	if (timeZones.has(typed)) return typed;
	throw new WrongUse(`--zone must be a time zone such as Europe/Rome, not "${typed}".`);
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Days and spans of days, `mon-fri` or `mon,tue,sat`; a span may go past the week's end, as `sun-thu` does. */
function weekOf(typed: string): number[] {
	const days = typed.toLowerCase().split(',').flatMap(spanOf);
	if (days.includes(0)) throw new WrongUse(`--week must be days such as mon-fri or mon,tue,sat, not "${typed}".`);
	return [...new Set(days)].sort();
}

/** The days of a span, 1 = Monday … 7 = Sunday; 0 among them when it is none. */
function spanOf(span: string): number[] {
	const [first = 0, last = first, ...more] = span.split('-').map((name) => weekdays.indexOf(name.trim()) + 1);
	if (first === 0 || last === 0 || more.length > 0) return [0];
	return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, nth) => ((first - 1 + nth) % 7) + 1);
}

/** One day, or all from one to another: `2026-12-24..2027-01-06`. */
function closedDays(typed: string): string[] {
	const ends = typed.split('..').map(dayFrom);
	const [from, to] = [ends[0], ends.at(-1)];
	if (!from || !to || ends.length > 2) {
		throw new WrongUse(`--closed must be a date such as 2026-12-24, or two as 2026-12-24..2027-01-06, not "${typed}".`);
	}
	const days = from.until(to).days + 1;
	if (days < 1) throw new WrongUse(`--closed ${typed}: the last day comes before the first.`);
	if (days > horizonDays) throw new WrongUse(`--closed ${typed}: more than ${horizonDays} days.`);
	return Array.from({ length: days }, (_, after) => from.add({ days: after }).toString());
}
