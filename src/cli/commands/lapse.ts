import { parseArgs } from 'node:util';
import { type DeskCalendar, dayOf, horizonDays, type SkipReason } from '#lib/domain/calendar.ts';
import { type Receipt, receiptOf, TooFewBusinessDays } from '#lib/domain/hold.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { storedReceipt } from '#lib/domain/receipt-json.ts';
import { dateParts, momentParts } from '#lib/messages/dates.ts';
import { holidaysOf } from '#lib/server/holidays.ts';
import { type Command, WrongUse } from '../command.ts';

const options = {
	placed: { type: 'string' },
	days: { type: 'string', default: String(defaultPolicy.holdDays) },
	closed: { type: 'string', multiple: true, default: [] as string[] },
	json: { type: 'boolean', default: false },
} as const;

const { timeZone } = defaultPolicy;

/** Asks nothing of the database: the calendar of the policy's settings with the closure days given here. */
export default {
	summary: 'When a hold that awaits the customer lapses, with the days counted and those skipped.',
	usage: 'lapse --placed <ISO instant> [--days 5] [--closed <YYYY-MM-DD>]… [--json]',
	async run(args) {
		const given = parseArgs({ args, options }).values;
		const placedAt = instantOf(given.placed);
		const receipt = receiptFor(placedAt, daysOf(given.days), await calendarFor(placedAt, given.closed));
		console.log(given.json ? JSON.stringify(asJson(receipt), null, '\t') : inWords(receipt));
		return 0;
	},
} satisfies Command;

function instantOf(placed: string | undefined): Temporal.Instant {
	try {
		return Temporal.Instant.from(placed ?? '');
	} catch {
		throw new WrongUse('--placed must be an instant with its offset, such as 2026-12-01T10:00:00+01:00.');
	}
}

function daysOf(days: string): number {
	if (/^[1-9]\d{0,2}$/.test(days)) return Number(days);
	throw new WrongUse('--days must be a whole number from 1 to 999.');
}

async function calendarFor(placedAt: Temporal.Instant, closed: string[]): Promise<DeskCalendar> {
	const closures = new Map(closed.map((date) => [closedDay(date), 'closure day']));
	const from = dayOf(defaultPolicy, placedAt);
	const to = from.add({ days: horizonDays });
	const years = Array.from({ length: to.year - from.year + 1 }, (_, after) => from.year + after);
	return { ...defaultPolicy, holidays: await holidaysOf(defaultPolicy.country, years), closures };
}

function closedDay(date: string): string {
	try {
		return Temporal.PlainDate.from(date).toString();
	} catch {
		throw new WrongUse(`--closed must be a date such as 2026-12-24, not "${date}".`);
	}
}

function receiptFor(placedAt: Temporal.Instant, days: number, calendar: DeskCalendar): Receipt {
	try {
		return receiptOf(placedAt, days, calendar);
	} catch (error) {
		throw error instanceof TooFewBusinessDays ? new WrongUse(error.message) : error;
	}
}

/** As it is stored, its instants with the desk's offset. */
function asJson(receipt: Receipt) {
	const local = (at: Temporal.Instant) => at.toString({ timeZone });
	return { ...storedReceipt(receipt), placedAt: local(receipt.placedAt), lapsesAt: local(receipt.lapsesAt) };
}

function inWords({ placedAt, countedDays, skippedDays, lapsesAt }: Receipt): string {
	const days = [
		...countedDays.map((day, nth) => ({ day, says: `  ${String(nth + 1).padStart(3)}  ${named(day)}` })),
		...skippedDays.map(({ day, reason }) => ({ day, says: `    -  ${named(day)}: ${why(reason)}` })),
	];
	return [
		`Placed on ${moment(placedAt)}; that day does not count.`,
		...days.sort((a, b) => Temporal.PlainDate.compare(a.day, b.day)).map(({ says }) => says),
		`Lapses on ${moment(lapsesAt)}, if the customer has not replied before.`,
	].join('\n');
}

function why(reason: SkipReason): string {
	switch (reason.kind) {
		case 'not-worked':
			return 'not a working day';
		case 'holiday':
			return reason.name.en;
		case 'closure':
			return reason.reason;
		default:
			return reason satisfies never;
	}
}

function named(date: Temporal.PlainDate): string {
	const { weekday, day, month, year } = dateParts(date.toString(), 'en');
	return `${weekday} ${day} ${month} ${year}`;
}

function moment(at: Temporal.Instant): string {
	const { weekday, day, month, year, clock } = momentParts(at.toString(), 'en', timeZone);
	return `${weekday} ${day} ${month} ${year} at ${clock} (${timeZone})`;
}
