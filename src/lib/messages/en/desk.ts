import type { Words } from '../words.ts';
import { acts } from './desk-acts.ts';

const tickets = (count: number) => (count === 1 ? 'one ticket' : `${count} tickets`);

export const desk: Words['desk'] = {
	title: 'Desk',
	navigation: {
		queue: 'Queue',
		search: 'Search',
		customers: 'Customers',
		staff: 'Colleagues',
		replies: 'Replies',
		admin: 'Administration',
	},
	goTo: { label: 'Search or go to ticket', placeholder: 'words or number', submit: 'Go', title: 'Search the tickets' },
	take: {
		submit: 'Take next',
		never: 'You get the earliest arrival among the queued tickets you may serve: it is never a choice.',
		full: (limit) =>
			limit === 1
				? 'You have a ticket in hand already, and one at a time is what one may have: finish it, place it on hold or put it back; then take the next.'
				: `You have ${limit} tickets in hand already, as many as one may have: finish one, place it on hold or put it back; then take the next.`,
		entersDuty: 'By taking the next you go on duty.',
		noneForYou: 'Tickets are queued, but right now none of them can go to you:',
		notServed: {
			'not-covered': (count) => `${tickets(count)} in software you do not cover`,
			reserved: (count) =>
				count === 1
					? 'one ticket reserved for a colleague, for a limited time'
					: `${count} tickets reserved for colleagues, for a limited time`,
			'technical-first': (count) =>
				count === 1
					? 'one consultancy ticket, served while no technical request is queued'
					: `${count} consultancy tickets, served while no technical request is queued`,
		},
		refused: 'No ticket was taken',
		open: (number) => `Open ticket ${number}`,
	},
	done: {
		evaluate: (number) => `Ticket ${number} is under evaluation, and the customer reads what is being evaluated.`,
		await: (number) => `Ticket ${number} awaits the customer.`,
		resolve: (number) => `Ticket ${number} is resolved.`,
		'put-back': (number) => `Ticket ${number} is queued again, at its arrival number.`,
		resume: (number) => `The evaluation is over: ticket ${number} is queued again, at its arrival number.`,
		withdraw: (number) => `The request is withdrawn: ticket ${number} is queued again, at its arrival number.`,
		'hand-over': (number) => `Ticket ${number} is queued again, at its arrival number, reserved for the colleague.`,
		'move-lane': (number) => `Ticket ${number} is queued among consultancy, with the same arrival number.`,
		merge: (number) => `Ticket ${number} is merged into the one that arrived first, and can still be read.`,
		reply: () => 'The reply is sent. You still have the ticket in hand.',
		moved: () => 'It is a technical request now, and you keep it in hand.',
		corrected: () => 'The software is corrected. You keep the ticket in hand.',
		joined: () => 'The other ticket is merged into this one: its conversation can still be read on its page.',
		note: () => 'The internal note is added. The customer does not see it.',
	},
	duty: {
		title: 'Duty',
		on: 'On duty',
		off: 'Off duty',
		goOn: 'Go on duty',
		goOff: 'Go off duty',
		putsBack: (numbers) =>
			numbers.length === 1
				? `Going off duty puts ticket ${numbers[0]} back in the queue, at its arrival number.`
				: `Going off duty puts tickets ${numbers.join(', ')} back in the queue, at their arrival numbers.`,
		reserves: (minutes) =>
			minutes === 0
				? 'Your colleagues see that you are here.'
				: `Tickets that leave a hold of yours stay reserved for you for ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, and colleagues can hand tickets over to you.`,
		keepsHolds: (minutes) =>
			minutes === 0
				? 'Off duty your holds remain yours.'
				: 'Off duty your holds remain yours, but no other ticket is reserved for you; those reserved already stay so until the time given.',
		follows: (names) => `Software you cover: ${names.join(', ')}.`,
		followsNone: 'You cover no software.',
		now: { on: 'You are on duty now.', off: 'You are off duty now.' },
		nowPutBack: (numbers) =>
			numbers.length === 1
				? `Ticket ${numbers[0]} is queued again, at its arrival number.`
				: `Tickets ${numbers.join(', ')} are queued again, at their arrival numbers.`,
	},
	uncovered: {
		title: 'Nobody on duty covers',
		product: (name, count) => `${name}: ${tickets(count)} queued`,
		hint: 'Until somebody who covers it goes on duty, these tickets cannot be taken.',
	},
	stub: {
		arrived: 'arrived',
		since: 'since',
		reservedFor: (name) => `reserved for ${name} until`,
		reservedForYou: 'reserved for you until',
		uncovered: 'nobody on duty covers it',
		notCovered: 'you do not cover this software',
	},
	home: {
		queued: 'tickets queued',
		lanes: { technical: 'technical', consultancy: 'consultancy' },
		inHand: 'In hand',
		nothingInHand: 'Nothing in hand: when you are ready, take the next.',
		technicalWaits: (count) =>
			count === 1
				? 'A technical request is queued: if you see fit, put the consultancy back; it returns to its place.'
				: `${count} technical requests are queued: if you see fit, put the consultancy back; it returns to its place.`,
		holds: 'Your holds',
		evaluating: 'Under evaluation: our turn',
		awaiting: 'Information needed: the customer’s turn',
		noEvaluating: 'No evaluation is open.',
		noAwaiting: 'No request awaits an answer.',
		customerAdded: 'The customer has added something',
		lastDay: (date) => `last useful day ${date}`,
		queue: 'The queue, as it will be served',
		queueEmpty: 'Nobody is queued.',
		queueRest: (count) => `and ${tickets(count)} after these`,
		wholeQueue: 'The whole queue',
	},
	queue: {
		title: 'The queue',
		lead: 'As it will be served: in order of arrival, technical requests first, then consultancy. For reading only.',
		coverage: (names) => `You cover ${names.join(', ')}: tickets in other software go to your colleagues.`,
		technical: 'Technical',
		consultancy: 'Consultancy',
		consultancyWaits: (technical) =>
			technical === 0
				? 'No technical request is queued: consultancy can be served.'
				: technical === 1
					? 'Served only while no technical request is queued: there is one now.'
					: `Served only while no technical request is queued: there are ${technical} now.`,
		empty: 'The queue is empty',
		emptyText:
			'Nobody is waiting to be served. Tickets show up here as they arrive, in the order in which they arrive.',
		none: 'No request is queued.',
		nth: (nth) => `${nth}.`,
		pages: 'Pages of the queue',
		page: (page, pages) => `Page ${page} of ${pages}`,
		previous: 'Previous',
		next: 'Next',
	},
	ticket: {
		named: (number) => `ticket ${number}`,
		whose: {
			queuedFirst: 'Queued: nobody arrived before.',
			queued: (ahead) => `Queued, after ${tickets(ahead)}.`,
			mergedInto: { open: 'The request goes on in', resolved: 'Resolved by now, too:' },
			inHandMine: 'You have it in hand.',
			inHand: (name) => `${name} has it in hand.`,
			evaluatingMine: 'You are evaluating it.',
			evaluating: (name) => `${name} is evaluating it.`,
			awaitingMine: 'It awaits the customer: you asked for the information.',
			awaiting: (name) => `It awaits the customer: ${name} asked for the information.`,
			unfollowed: 'Right now nobody on duty covers this software.',
			unreachable: 'Nobody at the customer can receive notices: nobody who sees this ticket can sign in.',
		},
		since: 'Since',
		customer: 'Customer',
		opened: 'Opened',
		product: 'Software',
		lane: 'Kind of request',
		version: 'Version',
		operatingSystem: 'Operating system',
		tools: 'Tools used',
		notSaid: 'not given',
		linked: 'Linked tickets',
		follows: 'Follows',
		followedBy: 'Followed by',
		mergedInto: 'Merged into',
		mergedHere: 'Merged into this one:',
		others: 'Other tickets of this customer',
		noOthers: 'It is the first ticket of this customer.',
		customerAdded: 'Since the evaluation began the customer has added something: it is at the end of the conversation.',
	},
	acts,
};
