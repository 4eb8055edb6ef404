import type { Words } from '../words.ts';

const count = new Intl.NumberFormat('en');

export const deskSearch: Words['deskSearch'] = {
	title: 'Search all tickets',
	label: 'Search the tickets',
	hint: 'Words, numbers, names of files, customers and people. Internal notes are searched too.',
	submit: 'Search',
	state: 'How the ticket stands',
	anyState: 'All',
	states: {
		queued: 'In the queue',
		'came-back': 'Back in the queue',
		'in-hand': 'In hand',
		'under-evaluation': 'Under evaluation',
		'awaiting-customer': 'Waiting for the customer',
		resolved: 'Resolved',
	},
	filters: (count) =>
		count === 0 ? 'Filters and order' : count === 1 ? 'Filters (one set)' : `Filters (${count} set)`,
	lane: 'Kind of request',
	anyLane: 'Every kind',
	product: 'Software',
	anyProduct: 'Every software',
	customer: 'Customer',
	customers: (number) => `${count.format(number)} customers with this name`,
	agent: 'Who has it or answered',
	anyAgent: 'Anybody',
	from: 'Opened from day',
	to: 'To day',
	files: 'Only with files',
	sort: 'Order',
	orders: { relevance: 'Most relevant first', newest: 'Newest first' },
	apply: 'Apply',
	noFilter: 'Remove the filters',
	found: (number) => (number === 1 ? 'One ticket.' : `${count.format(number)} tickets.`),
	moreThan: (number, sorted) =>
		sorted
			? `More than ${count.format(number)} tickets: here are the ${count.format(number)} newest, most relevant first. A filter helps to narrow them down.`
			: `More than ${count.format(number)} tickets, newest first.`,
	past: (words) =>
		`These are many words for one search: we have not searched for ${words.map((word) => `“${word}”`).join(', ')}.`,
	corrected: (words) => `Also searched: ${words.join(', ')}.`,
	leftOut: (words) => `No ticket has ${words.map((word) => `“${word}”`).join(', ')}: here is the rest.`,
	ignored: {
		title: 'A part of the search was not applied',
		value: (name, value) => `${name}: there is no “${value}”.`,
		unknown: (name) => `There is no filter “${name}”.`,
		customer: (name) => `No customer has “${name}” in the name.`,
		day: (typed) => `“${typed}” is not a day: please write it like 2026-11-30.`,
		order: 'It comes before the day to begin with: it was not applied.',
		page: 'There is no such page: this is the first.',
	},
	in: { file: 'File', note: 'Internal note' },
	by: (name) => `by ${name}`,
	byMe: 'by you',
	none: {
		title: (typed) => `No ticket has all the words of “${typed}”`,
		text: 'We searched subjects, messages, internal notes, and the names of files, customers and people. Try fewer words, or the number of the ticket.',
		filtered: 'The search is limited by the filters chosen: try to remove them.',
		filteredTitle: 'No ticket with these filters',
		emptyTitle: 'There are no tickets yet',
	},
	onlySigns: {
		title: 'There is nothing to search for',
		text: 'Write at least a word or a number: signs, and words that stand everywhere, are not searched by themselves.',
	},
	all: 'Show all tickets',
	pages: 'Pages',
	older: 'Search the older ones',
	newer: 'Back to the newest',
};
