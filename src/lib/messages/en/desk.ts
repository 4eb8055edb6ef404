import type { Words } from '../words.ts';

const tickets = (count: number) => (count === 1 ? 'one ticket' : `${count} tickets`);

export const desk: Words['desk'] = {
	title: 'Desk',
	navigation: { desk: 'Desk', queue: 'Queue' },
	goTo: {
		label: 'Go to ticket',
		placeholder: 'number',
		submit: 'Go',
		title: 'Find a ticket by its number',
		hint: 'The arrival number, the large one on the stub.',
		notFound: (typed) => `There is no ticket with the number “${typed}”. Please check the number and try again.`,
	},
	take: {
		submit: 'Take next',
		never: 'You get the earliest arrival in the queue: it is never a choice.',
		full: 'You have in hand as much as you may: resolve, place on hold or put back; then take the next.',
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
		reply: () => 'The reply is sent. You still have the ticket in hand.',
		note: () => 'The internal note is added. The customer does not see it.',
	},
	stub: { arrived: 'arrived', since: 'since' },
	home: {
		queued: 'tickets queued',
		lanes: { technical: 'technical', consultancy: 'consultancy' },
		inHand: 'In your hand',
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
		lastDay: (date) => `last day to reply: ${date}`,
		queue: 'The queue, as it will be served',
		queueEmpty: 'Nobody is queued.',
		queueRest: (count) => `and ${tickets(count)} after these`,
		wholeQueue: 'The whole queue',
	},
	queue: {
		title: 'The queue',
		lead: 'As it will be served: in order of arrival, technical requests first, then consultancy. For reading only.',
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
		whose: {
			queuedNext: 'Queued: it is the next.',
			queued: (ahead) => `Queued, after ${tickets(ahead)}.`,
			inHandMine: 'You have it in hand.',
			inHand: (name) => `${name} has it in hand.`,
			evaluatingMine: 'You are evaluating it.',
			evaluating: (name) => `${name} is evaluating it.`,
			awaitingMine: 'It awaits the customer: you asked.',
			awaiting: (name) => `It awaits the customer: ${name} asked.`,
		},
		since: 'Since',
		customer: 'Customer',
		openedBy: 'Opened by',
		opened: 'Opened',
		product: 'Product',
		lane: 'Kind of request',
		environment: 'Environment',
		version: 'Version',
		operatingSystem: 'Operating system',
		tools: 'Tools used',
		notSaid: 'not given',
		linked: 'Linked tickets',
		follows: 'Follows',
		followedBy: 'Followed by',
		others: 'Other tickets of this customer',
		noOthers: 'It is the first ticket of this customer.',
		customerAdded: 'Since the evaluation began the customer has added something: it is at the end of the conversation.',
	},
	acts: {
		title: 'What to do',
		readOnly: 'To reply, place on hold or resolve, one must have it in hand, by “Take next”.',
		resolved:
			'It is resolved, and a resolved ticket is not reopened. If the problem remains, the customer opens a follow-up.',
		reply: {
			title: 'Reply',
			hint: 'The customer reads it at once; you keep the ticket in hand.',
			text: 'Reply to the customer',
			submit: 'Send the reply',
		},
		note: {
			title: 'Internal note',
			hint: 'Only colleagues read it. The customer never sees it.',
			text: 'Note for colleagues',
			submit: 'Add the internal note',
		},
		evaluate: {
			title: 'Place on hold: under evaluation',
			hint: 'The customer awaits us, without a limit of time. You resume it when the evaluation is done.',
			text: 'What is being evaluated',
			textHint: 'The customer reads it.',
			submit: 'Place under evaluation',
		},
		await: {
			title: 'Place on hold: information needed',
			hint: 'We await the customer, until the last day to reply.',
			missing: 'What is missing',
			text: 'Message to the customer',
			textHint: 'Say precisely what is needed and how to find it.',
			submit: 'Ask and place on hold',
			chooseMissing: 'Please tick at least one thing that is missing.',
		},
		resolve: {
			title: 'Resolve',
			hint: 'This is final: a resolved ticket is not reopened.',
			text: 'Last message to the customer',
			submit: 'Mark as resolved',
		},
		'put-back': {
			title: 'Put back',
			hint: 'It returns to its arrival number, and whoever takes the next gets it when it is its turn.',
			submit: 'Put back in the queue',
			others: (name) => `Put back in place of ${name}`,
			othersHint:
				'As a supervisor you may: the ticket returns to its arrival number. Nothing that was written is lost.',
		},
		resume: {
			title: 'End the evaluation',
			hint: 'The ticket is queued again at its arrival number, and is taken up by “Take next”.',
			submit: 'End it and queue again',
		},
		withdraw: {
			title: 'Withdraw the request',
			hint: 'If the information is no longer needed: the time stops running, and the ticket is queued again at its arrival number.',
			submit: 'Withdraw it and queue again',
		},
		resolvedMeanwhile:
			'The ticket is resolved already, and a resolved ticket is not reopened. If the problem remains, the customer can open a follow-up. Your text is still here, if you want to copy it into a note.',
	},
};
