import type { Words } from '../words.ts';

const tickets = (count: number) => (count === 1 ? 'one ticket' : `${count} tickets`);

export const deskHome: Words['deskHome'] = {
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
	head: {
		title: 'The next one for you',
		first: 'It arrived before all others in the queue.',
		firstConsultancy: 'No technical request is queued, and it is the first for consultancy.',
		past: {
			'not-covered': 'It is the first for you: those that arrived before are in software you do not cover.',
			reserved: 'It is the first for you: those that arrived before are kept for colleagues.',
			both: 'It is the first for you: those that arrived before are in software you do not cover, or kept for colleagues.',
		},
		cameBack: 'It came back to the queue at its arrival number:',
		reserved: 'It is kept for you until',
		empty: 'The queue is empty: nobody is waiting to be served. The next ticket shows up here by itself.',
	},
	back: {
		replied: 'the customer has answered',
		'handed-over': 'handed over by a colleague',
		resumed: 'evaluation finished',
		withdrawn: 'request withdrawn',
		'put-back': 'put back',
		'off-duty': 'whoever had it went off duty',
		disabled: 'whoever had it is no longer here',
		moved: 'moved to consultancy',
	},
	cameBack: {
		title: 'Came back to you',
		hint: 'They are queued at their arrival numbers: “Take next” gives them to you when it is their turn.',
	},
	lapsed: (numbers) =>
		numbers.length === 1
			? 'Today, without an answer from the customer, the wait ended of ticket'
			: 'Today, without an answer from the customer, the waits ended of tickets',
	line: {
		since: 'queued since',
	},
	day: {
		title: 'The day',
		you: 'You',
		everybody: 'Everybody',
		arrived: 'Tickets arrived',
		taken: 'Taken',
		answered: 'Written to customers',
		resolved: 'Resolved',
		waiting: (count) =>
			count === 0
				? 'Nobody is queued now.'
				: count === 1
					? 'One ticket is queued now, since'
					: `${count} tickets are queued now; the one that waits longest, since`,
		hours: {
			picture: (arrived, taken) =>
				`Hour by hour: ${arrived === 1 ? 'one ticket' : `${arrived} tickets`} arrived, ${taken} taken.`,
			arrived: 'arrived',
			taken: 'taken',
			byHour: 'The figures by the hour',
			hour: 'Hour',
			of: (hour) => `${hour}–${hour + 1}`,
			none: 'No ticket has arrived or been taken today yet.',
		},
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
		changed: (count) => (count === 0 ? 'The queue is empty now.' : `The queue has changed: ${tickets(count)} queued.`),
		showing: (from, to, of) => `${from} to ${to} of ${of}`,
		first: 'First page',
		last: 'Last page',
	},
	notices: {
		label: 'Tell me when a ticket comes back to me',
		hint: 'The title of the page counts the tickets that came back and, if the browser allows it, a notice shows up. It tells the number and what happened, nothing else. For this browser, while a page of the desk stays open.',
		blocked:
			'The browser does not allow notices from this site: the title of the page counts all the same. They can be allowed in the browser’s settings.',
		counted: (count, title) => `(${count}) ${title}`,
		replied: (number) => `Ticket ${number}: the customer has answered`,
		'handed-over': (number) => `Ticket ${number}: handed over to you by a colleague`,
		lapsed: (number) => `Ticket ${number}: its wait has ended`,
		many: (count) => `${count} of your tickets have changed.`,
	},
};
