import type { mailOut as italian } from '../it/mail-out.ts';

export const mailOut: typeof italian = {
	title: 'Notices',
	lead: 'Everything that Sportello writes to people, word for word, the newest first.',
	kept: {
		title: 'For now they are kept here',
		text: 'There is no mail server yet: none of these notices has been sent. They are kept here, and can be read.',
	},
	kinds: {
		'hold-placed': 'Request for information',
		reminder: 'Reminder',
		lapsed: 'Lapse',
		'lapse-moved': 'Lapse moved later',
		answered: 'Reply to the customer',
		resolved: 'Ticket resolved',
		merged: 'Tickets merged',
		'handed-over': 'Hand-over',
	},
	filter: {
		title: 'Which notices',
		kind: 'Kind',
		anyKind: 'All kinds',
		ticket: 'Ticket number',
		person: 'Name or e-mail of the receiver',
		submit: 'Show',
		all: 'Show all',
		noSuchKind: (typed) => `There is no notice of the kind “${typed}”. Choose an entry of the list.`,
		noTicketNumber: 'Write the number of the ticket only, for example 41.',
	},
	to: (name) => `to ${name}`,
	older: 'Older ones',
	newest: 'Back to the newest',
	none: {
		title: 'No notices so far',
		text: 'The first one will come here when an agent replies to a customer.',
	},
	noneSuch: {
		title: 'No notice fits',
		text: 'Try fewer conditions: only a name, or only the ticket’s number.',
	},
	noneOlder: { title: 'There are no older ones', text: 'You have seen all that fit.' },
	receiver: 'To',
	written: 'Written',
	about: 'Ticket',
	messageId: 'Identifier',
	shown: 'As mail programs show it',
	asText: 'The same, as plain text',
};
