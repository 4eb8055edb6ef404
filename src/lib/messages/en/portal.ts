import type { Words } from '../words.ts';

export const portal: Words['portal'] = {
	place: {
		first: 'No ticket that arrived before yours is queued.',
		reserved:
			'Once a ticket is queued again, for a limited time only one agent can take it; then anybody who covers this software.',
		unfollowed: 'Right now nobody on duty covers this software; your place remains.',
		ahead: (count) => (count === 1 ? 'There is one ticket before yours.' : `There are ${count} tickets before yours.`),
		technicalFirst: (technical) =>
			technical === 1
				? 'Consultancy is served when no technical request is queued: right now there is one.'
				: `Consultancy is served when no technical request is queued: right now there are ${technical}.`,
		firstOfConsultancy: 'Among consultancy requests, yours is the first.',
		aheadOfConsultancy: (count) =>
			count === 1
				? 'Among consultancy requests, one is before yours.'
				: `Among consultancy requests, ${count} are before yours.`,
	},
	sentence: {
		queued: 'Our turn: the ticket is queued, in order of arrival.',
		'in-hand': 'An agent is working on it.',
		'under-evaluation': 'Our turn: we are evaluating the problem.',
		'awaiting-customer': 'Your turn: we need some information to go on.',
	},
	theirSentence: 'Your company’s turn: we need some information to go on.',
	ended: {
		solved: 'Resolved: support has finished the work.',
		'closed-by-customer': 'Resolved: the ticket was closed by you or a colleague.',
		lapsed: 'Closed: the time to answer has passed, so the problem is considered resolved.',
		duplicate: 'Closed: merged into another ticket.',
	},
	merged: {
		go: (number) => `Go to ticket ${number}`,
		keptTitle: (number) => `Your text is here, ready for ticket ${number}`,
		keptText: 'Check it and send it: it will arrive in the other ticket, where the request goes on.',
		replyTitle: (number) => `Write in ticket ${number}`,
	},
	about: {
		product: 'Software',
		lane: 'Kind of request',
	},
	reply: {
		title: 'Reply',
		label: 'Your message',
		hint: {
			queued: 'You can add whatever is needed: the place in the queue does not change.',
			'in-hand': 'The agent will read it in the conversation.',
			'under-evaluation': 'The ticket stays under evaluation; what you add is brought to the agent’s notice.',
			'awaiting-customer': 'Please answer the questions above and attach the files asked for.',
		},
		files: 'Files',
		send: 'Send the reply',
	},
	markdown: 'For a list, begin each line with a dash.',
	followUp: {
		followedBy: 'Goes on in ticket',
		title: 'Is the problem still there?',
		text: 'Open a follow-up: it takes a new arrival number and names this ticket.',
		textOf: (number) => `Open a follow-up to ticket ${number}: it takes a new arrival number and names that ticket.`,
		open: 'Open a follow-up',
		openOf: (number) => `Open a follow-up to ${number}`,
		keptTitle: 'Your text is here, ready for a follow-up',
		keptTitleOf: (number) => `Your text is here, ready for a follow-up to ${number}`,
		keptText:
			'Check it and send it: it will take a new arrival number. What we know from this ticket is already filled in.',
	},
};
