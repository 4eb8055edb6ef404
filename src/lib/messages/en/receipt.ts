import type { Words } from '../words.ts';

/** What the receipt of a wait says. Only the server and the desk need it. */
export const receipt: Words['receipt'] = {
	title: 'What we are waiting for',
	preview: 'If the request goes out now',
	missing: 'What is needed',
	lastDay: 'Last useful day',
	lastDayBy: (date) => `${date}, by the end of the day`,
	lapsesAt: (exact) => `The time runs out on ${exact}`,
	howCounted: 'How the days are counted',
	placed: 'The wait began',
	placedNotCounted: 'The day on which the wait begins does not count.',
	notWorked: 'not a working day',
	nthDay: (nth, of) => `${nth} of ${of}`,
	nth: (nth) => `${nth}${ordinalEnd(nth)}`,
	briefly: { today: 'today', placed: 'start', last: 'last' },
	leaf: {
		placed: 'the wait begins, not counted',
		notCounted: (why) => `not counted, ${why}`,
		today: 'today',
		past: 'past',
		last: 'last useful day',
	},
	legend: { counted: 'day that counts', skipped: 'day that does not', last: 'last useful day' },
	after:
		'After this day without an answer the ticket is considered resolved. If the problem is still there, you can open a follow-up.',
	afterForStaff: 'After this day without an answer the ticket is considered resolved.',
};

/** 1st, 2nd, 3rd, 4th; 11th to 13th. */
function ordinalEnd(nth: number): string {
	if (nth % 100 >= 11 && nth % 100 <= 13) return 'th';
	return ['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th';
}
