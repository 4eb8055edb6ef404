import type { Words } from '../words.ts';

const tickets = (count: number) => (count === 1 ? 'one ticket' : `${count} tickets`);

export const deskHome: Words['deskHome'] = {
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
		changed: (count) => (count === 0 ? 'The queue is empty now.' : `The queue has changed: ${tickets(count)} queued.`),
		showing: (from, to, of) => `${from} to ${to} of ${of}`,
		first: 'First page',
		last: 'Last page',
	},
	notices: {
		label: 'Tell me when a ticket comes back to me',
		hint: 'The title of the page counts the tickets that came back and, if the browser allows it, a notice shows up. It tells the number and what happened, nothing else. For this browser, while this page stays open.',
		blocked:
			'The browser does not allow notices from this site: the title of the page counts all the same. They can be allowed in the browser’s settings.',
		counted: (count, title) => `(${count}) ${title}`,
		replied: (number) => `Ticket ${number}: the customer has answered`,
		'handed-over': (number) => `Ticket ${number}: handed over to you by a colleague`,
		lapsed: (number) => `Ticket ${number}: its wait has ended`,
		many: (count) => `${count} of your tickets have changed.`,
	},
};
