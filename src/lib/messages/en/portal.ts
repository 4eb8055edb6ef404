import type { Words } from '../words.ts';

export const portal: Words['portal'] = {
	navigation: { tickets: 'My tickets', open: 'Open a ticket' },
	home: {
		title: 'Your tickets',
		open: 'Open a ticket',
		yours: 'Your turn',
		yoursHint: 'We need an answer from you to go on.',
		support: 'Our turn',
		supportHint: 'We serve them in order of arrival.',
		resolved: 'Resolved',
		resolvedHint: 'The most recent ones.',
		noneYours: 'Nothing for you to do right now.',
		noneSupport: 'No ticket is waiting for an answer from us.',
		openedBy: (name) => `opened by ${name}`,
		updated: 'last message',
		older: 'Tickets resolved earlier',
		newer: 'Tickets resolved more recently',
		empty: {
			title: 'Your tickets will be here',
			text: 'Every request takes a number, in the order in which it arrives, and is served in that order. From here you will always see how far it is and whose turn it is.',
			next: 'Whenever you need to, open the first one.',
		},
	},
	place: {
		label: 'Your place in the queue',
		nextUp: 'Yours is the next to be served.',
		ahead: (count) => (count === 1 ? 'There is one ticket before yours.' : `There are ${count} tickets before yours.`),
		consultancyWaits: (technical) =>
			technical === 1
				? 'Consultancy is served when no technical request is queued: right now there is one.'
				: `Consultancy is served when no technical request is queued: right now there are ${technical}.`,
		consultancyFree: 'No technical request is queued.',
		consultancyFirst: 'Among consultancy requests, yours is the first.',
		consultancyAhead: (count) =>
			count === 1
				? 'Among consultancy requests, one is before yours.'
				: `Among consultancy requests, ${count} are before yours.`,
	},
	sentence: {
		queued: 'Our turn: the ticket is queued and will be served in order of arrival.',
		'in-hand': 'An agent is working on it.',
		'under-evaluation': 'Our turn: we are evaluating the problem.',
		'awaiting-customer': 'Your turn: we need some information to go on.',
		solved: 'Resolved: support has finished the work.',
		'closed-by-customer': 'Resolved: the ticket was closed by you or a colleague.',
		lapsed: 'Closed: the time to answer has passed, so the problem is considered resolved.',
		duplicate: 'Closed: the request goes on in another ticket.',
	},
	evaluating: 'What we are evaluating',
};
