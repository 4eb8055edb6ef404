import type { Words } from '../words.ts';

/** What only the server says of a ticket: no script needs it. */
export const ticketPage: Words['ticketPage'] = {
	explained: {
		queued: 'When its turn comes, an agent will take it in hand and you will read the answer here.',
		'in-hand': 'The answer will appear in the conversation.',
		'under-evaluation':
			'The conversation says what is being evaluated. As soon as we have an answer, you will find it here.',
		'awaiting-customer':
			'Once you have answered, the ticket goes back in the queue at its arrival number: its place is not lost.',
		resolved: 'A resolved ticket is not reopened. If the problem is still there, open a follow-up: it comes filled in.',
	},
	theirExplained:
		'You or a colleague can reply. The ticket then returns to the queue at its arrival number: its place is not lost.',
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
		joined: 'Merged into this one: ticket',
	},
	since: 'Since',
	ticket: {
		follows: 'Follows ticket',
		openedBy: (name) => `opened by ${name}`,
		linked: 'Linked tickets',
		details: 'About this ticket',
		version: 'Version',
		operatingSystem: 'Operating system',
		tools: 'Tools used',
		notGiven: 'not given',
		toReply: 'Reply',
		justReplied: 'Your reply has arrived.',
		justClosed: 'The ticket is closed. Thank you for telling us.',
	},
	close: {
		summary: 'Is it solved? You can close the ticket',
		text: 'Closing it gives way to those who wait. A closed ticket is not reopened: if the problem came back, you could open a follow-up to this one.',
		submit: 'It is solved, close the ticket',
	},
};
