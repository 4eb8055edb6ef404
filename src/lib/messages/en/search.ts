import type { Words } from '../words.ts';

export const search: Words['search'] = {
	title: 'All tickets',
	search: 'Search the tickets',
	hint: 'Words, codes, ticket numbers, names of files.',
	submit: 'Search',
	filters: 'Filters',
	turn: 'Whose turn it is',
	turns: {
		customer: 'Your turn',
		support: 'Our turn',
		resolved: 'Resolved',
	},
	anyTurn: 'All',
	product: 'Software',
	anyProduct: 'Any software',
	lane: 'Kind of request',
	anyLane: 'Any kind',
	of: 'Opened by',
	anyOf: 'All of us',
	openers: { mine: 'Me', colleagues: 'Colleagues' },
	apply: 'Apply the filters',
	noFilter: 'Remove the filters',
	found: (count) => (count === 1 ? 'One ticket found.' : `${count} tickets found.`),
	file: 'File',
	past: (words) =>
		`These are many words for one search: we have not searched for ${words.map((word) => `“${word}”`).join(', ')}.`,
	corrected: (words) => `Also searched for: ${words.join(', ')}.`,
	partly: 'No ticket has all that you searched for. These have most of it.',
	none: {
		title: (typed) => `No ticket for “${typed}”`,
		filtered: 'The search is limited by the filters you chose: try removing them.',
		text: 'We searched the subjects, messages and file names of the tickets you may see. Try fewer words, the ticket’s number, or a word you remember reading.',
	},
	onlySigns: {
		title: 'There is nothing to search for',
		text: 'Type at least one word or number: punctuation alone cannot be found.',
	},
	empty: {
		title: 'There are no tickets yet',
		text: 'When you open one you will find it here, also after it was resolved.',
		filteredTitle: 'No ticket with these filters',
		filteredText: 'Remove one of them, or look at all tickets.',
		olderTitle: 'There are none before these',
	},
	open: 'Open a ticket',
	all: 'Show all tickets',
	pages: 'Pages',
	older: 'Show earlier ones',
	newest: 'Back to the latest',
	similar: {
		title: 'Perhaps you are already talking about it',
		announced: (count) =>
			count === 1
				? 'There is a ticket that looks like this one.'
				: `There are ${count} tickets that look like this one.`,
		newTab: 'opens in another tab',
		text: 'If it is the same thing, write there: the place in the queue does not change.',
	},
};
