import { parseArgs } from 'node:util';
import type { DeskCalendar, SkipReason } from '#lib/domain/calendar.ts';
import { type Receipt, receiptOf, TooFewBusinessDays } from '#lib/domain/hold.ts';
import { storedReceipt } from '#lib/domain/receipt-json.ts';
import { dateParts, momentParts } from '#lib/messages/dates.ts';
import { type Command, WrongUse } from '../command.ts';
import { calendarOf, daysOf, instantOf, lapseOptions } from '../lapse-arguments.ts';

/** Asks nothing of the database: the calendar of the settings and closure days given here, the policy's own where none are. */
export default {
	summary: 'When a hold that awaits the customer lapses, with the days counted and those skipped.',
	usage: [
		'lapse --placed <ISO instant> [--days 5] [--country IT] [--zone Europe/Rome] [--week mon-fri]',
		'[--closed <YYYY-MM-DD>[..<YYYY-MM-DD>]]… [--json]',
	].join(' '),
	async run(args) {
		const given = parseArgs({ args, options: lapseOptions }).values;
		const placedAt = instantOf(given.placed);
		const receipt = receiptFor(placedAt, daysOf(given.days), await calendarOf(placedAt, given));
		console.log(given.json ? JSON.stringify(asJson(receipt), null, '\t') : inWords(receipt));
		return 0;
	},
} satisfies Command;

function receiptFor(placedAt: Temporal.Instant, days: number, calendar: DeskCalendar): Receipt {
	try {
		return receiptOf(placedAt, days, calendar);
	} catch (error) {
		throw error instanceof TooFewBusinessDays ? new WrongUse(error.message) : error;
	}
}

/** As it is stored, its instants with the offset of its zone. */
function asJson(receipt: Receipt) {
	const local = (at: Temporal.Instant) => at.toString({ timeZone: receipt.timeZone });
	return { ...storedReceipt(receipt), placedAt: local(receipt.placedAt), lapsesAt: local(receipt.lapsesAt) };
}

function inWords({ placedAt, timeZone, countedDays, skippedDays, lapsesAt }: Receipt): string {
	const days = [
		...countedDays.map((day, nth) => ({ day, says: `  ${String(nth + 1).padStart(3)}  ${named(day)}` })),
		...skippedDays.map(({ day, reason }) => ({ day, says: `    -  ${named(day)}: ${why(reason)}` })),
	];
	return [
		`Placed on ${moment(placedAt, timeZone)}; that day does not count.`,
		...days.sort((a, b) => Temporal.PlainDate.compare(a.day, b.day)).map(({ says }) => says),
		`Lapses on ${moment(lapsesAt, timeZone)}, if the customer has not replied before.`,
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

function moment(at: Temporal.Instant, timeZone: string): string {
	const { weekday, day, month, year, clock } = momentParts(at.toString(), 'en', timeZone);
	return `${weekday} ${day} ${month} ${year} at ${clock} (${timeZone})`;
}
