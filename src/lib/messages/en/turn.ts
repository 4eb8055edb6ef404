import type { Words } from '../words.ts';

/** 1st, 2nd, 3rd, 4th; 11th to 13th. */
function ordinalEnd(nth: number): string {
	if (nth % 100 >= 11 && nth % 100 <= 13) return 'th';
	return ['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th';
}

export const turn: Words['turn'] = {
	lane: { technical: 'Technical support', consultancy: 'Consultancy' },
	brief: {
		forCustomer: {
			queued: 'Queued',
			'in-hand': 'In hand',
			'under-evaluation': 'Under evaluation',
			'awaiting-customer': 'Your turn',
			resolved: 'Resolved',
		},
		forStaff: {
			queued: 'Queued',
			'in-hand': 'In hand',
			'under-evaluation': 'Under evaluation',
			'awaiting-customer': 'Awaiting the customer',
			resolved: 'Resolved',
		},
	},
	happening: {
		opened: 'Ticket opened',
		taken: 'Taken in hand',
		queued: {
			'put-back': 'Put back in the queue, at its arrival number',
			resumed: 'Evaluation finished: queued again, at its arrival number',
			withdrawn: 'The information is no longer needed: queued again, at its arrival number',
			replied: 'The answer arrived: queued again, at its arrival number',
			'handed-over': 'Handed over to a colleague: queued again, at its arrival number',
			'off-duty': 'Its agent went off duty: queued again, at its arrival number',
			disabled: 'Put back in the queue, at its arrival number',
		},
		held: {
			'under-evaluation': 'Placed on hold: under evaluation',
			'awaiting-customer': 'Placed on hold: more information is needed',
		},
		moved: {
			technical: 'Moved to technical support, keeping its arrival number',
			consultancy: 'Moved to consultancy and queued again, keeping its arrival number',
		},
		corrected: (product: string) => `Software corrected: ${product}`,
		merged: (number: number) => `Merged into ticket ${number}, which arrived before`,
		closedOn: (date) => `Closure on ${date}`,
		closedFrom: (from, to) => `Closure from ${from} to ${to}`,
		lapseMoved: (closed, reason, lastDay) => `${closed} (“${reason}”): the last useful day has moved to ${lastDay}`,
		by: (what, name) => `${what} · ${name}`,
	},
	forCustomer: { support: 'Our turn', customer: 'Your turn', 'in-hand': 'In hand', resolved: 'Resolved' },
	forStaff: { support: 'Our turn', customer: 'The customer’s turn', 'in-hand': 'In hand', resolved: 'Resolved' },
	resolvedAs: {
		solved: 'Resolved by support',
		'closed-by-customer': 'Closed by the customer',
		lapsed: 'Closed because the time ran out',
		duplicate: 'Merged into another ticket',
	},
	missing: {
		'operating-system': 'Operating system',
		'product-version': 'Version of the software',
		'tools-used': 'Tools used',
		'reference-files': 'Reference files',
		confirmation: 'Confirmation that it works now',
		other: 'Something else, as the message explains',
	},
	receipt: {
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
	},
};
