import type { keyboard as italian } from '../it/keyboard.ts';

export const keyboard: typeof italian = {
	title: 'Keys on this page',
	afterwards: 'then',
	close: 'Close',
	groups: { act: 'What to do', place: 'Where to go', everywhere: 'Everywhere' },
	everywhere: [
		{ keys: 'Ctrl+K', label: 'Look for a command, a ticket, a customer or a product' },
		{ keys: '?', label: 'Show these keys' },
		{ keys: 'j', label: 'Go to the next ticket of a list' },
		{ keys: 'k', label: 'Go to the ticket before' },
		{ keys: 'Ctrl+Enter', label: 'Send the form one is writing in' },
		{ keys: 'Esc', label: 'Leave the field one is writing in' },
	],
	singleKeys: 'Single keys act in this browser',
	palette: 'Find and do',
	placeholder: 'A command, a ticket’s number, a customer, a product',
	kinds: {
		act: 'Command',
		place: 'Page',
		ticket: 'Ticket',
		customer: 'Customer',
		product: 'Product',
		search: 'Search',
	},
	ticketsOfProduct: 'its tickets',
	searchFor: (text: string) => `Search “${text}” in all tickets`,
	offered: (count: number) => (count === 1 ? 'One line.' : `${count} lines.`),
	nothing: 'No command has this name.',
	notFound: 'The search was not answered. The commands of the page are still here above.',
};
