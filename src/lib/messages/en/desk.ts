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
		never: 'You get the earliest arrival among the queued tickets you may serve: it is never a choice.',
		full: (limit) =>
			limit === 1
				? 'You have a ticket in hand already, and one at a time is what one may have: finish it, place it on hold or put it back; then take the next.'
				: `You have ${limit} tickets in hand already, as many as one may have: finish one, place it on hold or put it back; then take the next.`,
		entersDuty: 'By taking the next you go on duty.',
		noneForYou: 'Tickets are queued, but right now none of them can go to you:',
		notServed: {
			'not-covered': (count) => `${tickets(count)} in products you do not cover`,
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
		'hand-over': (number) => `Ticket ${number} is queued again at its arrival number, reserved for the colleague.`,
		'move-lane': (number) => `Ticket ${number} is queued among consultancy, with the same arrival number.`,
		merge: (number) => `Ticket ${number} is joined to the one that arrived first, and can still be read.`,
		reply: () => 'The reply is sent. You still have the ticket in hand.',
		moved: () => 'It is a technical request now, and you keep it in hand.',
		corrected: () => 'The product is corrected. You keep the ticket in hand.',
		joined: () => 'The other ticket is joined to this one: its conversation can still be read on its page.',
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
		keepsHolds: 'Off duty your holds remain yours, but no ticket is reserved for you.',
		follows: (names) => `Products you cover: ${names.join(', ')}.`,
		followsNone: 'You cover no product.',
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
		notCovered: 'you do not cover this product',
	},
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
		coverage: (names) => `You cover ${names.join(', ')}: tickets in other products go to your colleagues.`,
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
			queuedNext: 'Queued: it is the next.',
			queued: (ahead) => `Queued, after ${tickets(ahead)}.`,
			mergedInto: 'The request goes on in',
			inHandMine: 'You have it in hand.',
			inHand: (name) => `${name} has it in hand.`,
			evaluatingMine: 'You are evaluating it.',
			evaluating: (name) => `${name} is evaluating it.`,
			awaitingMine: 'It awaits the customer: you asked.',
			awaiting: (name) => `It awaits the customer: ${name} asked.`,
			unreachable: 'Nobody at the customer can receive notices: nobody who sees this ticket can sign in.',
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
		mergedInto: 'Joined to',
		merged: 'Joined to this one',
		others: 'Other tickets of this customer',
		noOthers: 'It is the first ticket of this customer.',
		customerAdded: 'Since the evaluation began the customer has added something: it is at the end of the conversation.',
	},
	acts: {
		title: 'What to do',
		more: { title: 'More', hint: 'Hand over, move, correct the product, join.' },
		merged:
			'It is joined to a ticket that arrived before, and the request goes on there. What is written here can still be read.',
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
		'hand-over': {
			title: 'Hand over to a colleague',
			hint: 'It is queued again at its arrival number, reserved for the colleague for a limited time.',
			colleague: 'Colleague on duty',
			text: 'Note for the colleague',
			textHint: 'It is internal: the customer does not see it.',
			submit: 'Hand over',
			nobody: (product) =>
				`Right now no colleague on duty covers ${product}. You can put the ticket back: whoever takes the next will get it.`,
			off: 'The settings reserve no ticket for anybody. You can put it back: whoever takes the next will get it.',
			until: (minutes) =>
				`It stays reserved for them for ${minutes === 1 ? 'a minute' : `${minutes} minutes`}; then whoever takes the next gets it.`,
		},
		'move-lane': {
			title: { technical: 'Move to technical support', consultancy: 'Move to consultancy' },
			hint: {
				technical: 'You keep it in hand, with the same arrival number.',
				consultancy: 'It is queued among consultancy, with the same arrival number.',
			},
			text: 'Why it is moved',
			textHint: 'The customer reads it in the conversation.',
			submit: { technical: 'Move to technical support', consultancy: 'Move to consultancy' },
		},
		'correct-product': {
			title: 'Correct the product',
			hint: 'If the customer chose the wrong one. You keep it in hand, with the same arrival number.',
			product: 'Which product it is about',
			only: 'The customer is licensed for this product alone: there is no other to choose.',
			submit: 'Correct the product',
		},
		merge: {
			title: 'Join with another ticket',
			hint: 'If the customer asks the same thing twice: the ticket that arrived first stays.',
			other: 'Number of the other ticket',
			otherHint:
				'Of the same customer and still open. The one that arrived later is closed as joined, and can still be read.',
			suggested: 'Open tickets of this customer',
			none: 'Right now the customer has no other open ticket.',
			submit: 'Join the two tickets',
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
