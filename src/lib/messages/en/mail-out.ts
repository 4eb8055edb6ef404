import type { mailOut as italian } from '../it/mail-out.ts';
import { noticeKindNames } from './notice-kinds.ts';

const newLink =
	'It brings a personal link, which works once: it is not sent again. On the person’s page a new one is created, which replaces it.';

const ownLink =
	'It brings a personal link, which works once and not for long: it is not sent again. Where one is needed, the person asks for it.';

export const mailOut: typeof italian = {
	title: 'Notices',
	lead: 'Everything that Sportello writes to people, word for word, the newest first.',
	kept: {
		title: 'For now they are kept here',
		text: 'There is no mail server yet: none of these notices has been sent. They are kept here, and can be read.',
	},
	kinds: noticeKindNames,
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
	states: {
		waiting: 'Waiting to go out',
		sent: 'Sent',
		failed: 'Not delivered',
		gathered: 'Together with others',
		kept: 'Kept, not sent',
	},
	state: 'State',
	noSuchState: (typed) => `There is no state “${typed}”. Choose an entry of the list.`,
	anyState: 'All states',
	answer: 'The server’s answer',
	attempts: 'Attempts',
	nextAttempt: 'Next attempt, not before',
	sentTo: 'Sent to',
	triedAt: 'Tried with',
	together: 'It goes, or went, with this one',
	perHour: (count) =>
		`At most ${count} mails go to a person in an hour; the last of them holds all that waits by then.`,
	resend: 'Send it again',
	linkHint: {
		activation: newLink,
		'activation-reminder': newLink,
		recovery: ownLink,
		'address-change': ownLink,
		'address-confirm': ownLink,
	},
	itsPerson: (name) => `The page of ${name}`,
	resendHint:
		'It goes as it is written, to the address the person has now. The access log keeps that it was sent again.',
	failing: {
		title: 'Mail is not going out',
		since: 'The mail server has taken no messages since',
		text: 'Nothing is lost: notices wait, in order, and are tried again every few minutes.',
		recoveredTitle: 'Mail goes out again',
		recovered: 'The mail server has been taking messages again since',
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
