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
	ended: {
		solved: 'Resolved: support has finished the work.',
		'closed-by-customer': 'Resolved: the ticket was closed by you or a colleague.',
		lapsed: 'Closed: the time to answer has passed, so the problem is considered resolved.',
		duplicate: 'Closed: merged into another ticket.',
	},
	explained: {
		queued: 'When its turn comes, an agent will take it in hand and you will read the answer here.',
		'in-hand': 'The answer will appear in the conversation.',
		'under-evaluation':
			'The conversation says what is being evaluated. As soon as we have an answer, you will find it here.',
		'awaiting-customer':
			'Once you have answered, the ticket goes back in the queue at its arrival number: its place is not lost.',
		resolved: 'A resolved ticket is not reopened. If the problem is still there, open a follow-up: it comes filled in.',
	},
	theirs: {
		sentence: 'Your company’s turn: we need some information to go on.',
		explained:
			'You or a colleague can reply. The ticket then returns to the queue at its arrival number: its place is not lost.',
	},
	merged: {
		goesOn: 'It was merged into',
		ticket: {
			open: (number) => `ticket ${number}, which arrived before`,
			resolved: (number) => `ticket ${number}, now resolved`,
		},
		explained: {
			open: 'They were about the same thing, so we follow them together: the lower arrival number holds, and nothing is lost. What is written here can still be read; to add something, please write in the other ticket.',
			resolved:
				'They were about the same thing, and we followed them together. What is written here can still be read. If the problem is still there, open a follow-up to that one.',
		},
		go: (number) => `Go to ticket ${number}`,
		keptTitle: (number) => `Your text is here, ready for ticket ${number}`,
		keptText: 'Check it and send it: it will arrive in the other ticket, where the request goes on.',
		replyTitle: (number) => `Write in ticket ${number}`,
		joined: 'Merged into this one: ticket',
	},
	since: 'Since',
	ticket: {
		follows: 'Follows ticket',
		followedBy: 'Goes on in ticket',
		openedBy: (name) => `opened by ${name}`,
		linked: 'Linked tickets',
		details: 'About this ticket',
		product: 'Software',
		lane: 'Kind of request',
		version: 'Version',
		operatingSystem: 'Operating system',
		tools: 'Tools used',
		notGiven: 'not given',
		toReply: 'Reply',
		justReplied: 'Your reply has arrived.',
		justClosed: 'The ticket is closed. Thank you for telling us.',
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
	close: {
		summary: 'Is it solved? You can close the ticket',
		text: 'Closing it gives way to those who wait. A closed ticket is not reopened: if the problem came back, you could open a follow-up to this one.',
		submit: 'It is solved, close the ticket',
	},
	followUp: {
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
