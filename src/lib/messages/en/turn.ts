import type { Words } from '../words.ts';

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
		theirTurn: 'Your company’s turn',
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
};
