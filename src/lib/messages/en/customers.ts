import type { Words } from '../words.ts';

const tickets = (count: number) => (count === 1 ? 'one ticket' : `${count} tickets`);

export const customers: Words['customers'] = {
	title: 'Customers',
	lead: 'Who holds the licences: people, open tickets and what is worth knowing.',
	search: {
		title: 'Search customers',
		label: 'Customer or person',
		hint: 'The customer’s name; a person’s name, e-mail or username.',
		submit: 'Search',
		product: 'Software',
		anyProduct: 'With any licence',
		marks: 'Which customers',
		all: 'All',
		mark: {
			open: 'With open tickets',
			'to-activate': 'With people to activate',
			shut: 'With nobody who can sign in',
			unlicensed: 'Without licences',
		},
		clear: 'All customers',
		counted: (count, written) => (count === 1 ? 'One customer' : `${written} customers`),
	},
	columns: { customer: 'Customer', people: 'People', licences: 'Licences', open: 'Open tickets' },
	people: (count) => (count === 0 ? 'none' : count === 1 ? 'one person' : `${count} people`),
	disabled: (count) => (count === 1 ? 'one disabled' : `${count} disabled`),
	disabledPerson: 'disabled',
	noLicences: 'none',
	support: (count) => (count === 1 ? 'one is our turn' : `${count} are our turn`),
	awaited: (count) => (count === 1 ? 'one is the customer’s turn' : `${count} are the customer’s turn`),
	noneOpen: 'none',
	empty: {
		title: 'No customers yet',
		text: 'Customers appear here as soon as an administrator adds them.',
	},
	none: {
		title: 'No customer matches',
		text: 'Check the spelling, search with fewer letters or remove the filters: whoever is disabled is found too.',
	},
	pages: 'Pages of customers',
	add: 'Add a customer',
	change: 'Change details and licences',
	addUser: 'Add a user',
	page: {
		opened: (count) => (count === 0 ? 'Has not opened any ticket yet.' : `Has opened ${tickets(count)} in all.`),
		colleagues: 'Its users see each other’s tickets.',
		ownOnly: 'Each user sees only their own tickets.',
		whoChanges: (names) =>
			`Details, licences and access are changed by the administrators${names.length > 0 ? `: ${names.join(', ')}` : ''}.`,
		people: 'People',
		pagesOfPeople: 'Pages of people',
		noPeople: 'None: nobody can open tickets for now.',
		states: {
			active: 'active',
			invited: 'still has to choose a password',
			stale: 'has no valid activation link',
			disabled: 'disabled: cannot sign in',
		},
		linkExpires: 'The link can be used until',
		licences: 'Licences',
		since: (date) => `since ${date}`,
		noLicences: 'None: no ticket can be opened for any software.',
		tickets: 'Tickets',
		support: 'Our turn',
		customer: 'The customer’s turn',
		resolved: 'Last resolved',
		noSupport: 'No ticket waits for us.',
		noCustomer: 'No ticket waits for the customer.',
		noResolved: 'No resolved ticket.',
		more: (count) =>
			count === 1 ? 'One more: all tickets of this customer' : `${count} more: all tickets of this customer`,
	},
	shutting: {
		summary: 'Disable all accounts…',
		whom: (count, names) =>
			names === undefined
				? `From now on ${count} people cannot come in any more: everybody in the list, on every page of it. Whoever is signed in is signed out, and pending activation links are no longer valid.`
				: count === 1
					? `From now on ${names} cannot come in any more: if signed in, they are signed out, and a pending activation link is no longer valid.`
					: `From now on ${count} people cannot come in any more: ${names}. Whoever is signed in is signed out, and pending activation links are no longer valid.`,
		tickets:
			'Open tickets stay as they are: those in the queue are served at their arrival number; those that await the customer are closed when their time lapses, if nobody can answer before.',
		again: 'To go back, accounts are enabled again one person at a time, each on their own page.',
		submit: (count) => (count === 1 ? 'Disable the account' : `Disable ${count} accounts`),
		done: 'All accounts of this customer are disabled from now on. Whoever was signed in has been signed out.',
	},
	notes: {
		title: 'Notes',
		pages: 'Pages of notes',
		lead: 'For colleagues: the customer never sees them.',
		none: 'No notes.',
		add: 'Write a note',
		label: 'Note',
		hint: 'What is worth knowing next time. Markdown can be used.',
		submit: 'Add the note',
		ask: 'Please write the note.',
		remove: 'Remove…',
		removeText: 'The note cannot be brought back.',
		removeSubmit: (author) => `Remove the note by ${author}`,
		done: { noted: 'The note has been added.', removed: 'The note has been removed.' },
	},
	colleagues: {
		title: 'Colleagues',
		lead: 'Who works at the desk: who is on duty, which software they cover, what they have in hand.',
		columns: {
			name: 'Name',
			duty: 'Duty',
			covers: 'Software covered',
			inHand: 'In hand',
			act: 'What can be done',
		},
		you: 'you',
		on: 'on duty',
		off: 'off duty',
		coversAll: 'all',
		coversNone: 'none',
		nothing: 'nothing',
		takeOff: 'Take off duty',
		takeOffOf: (name) => `Take ${name} off duty`,
		takeOffText: 'For somebody who has left without going off duty. Their holds stay theirs.',
		putsBack: (numbers) =>
			numbers.length === 1
				? `Ticket ${numbers[0]} will be queued again, at its arrival number.`
				: `Tickets ${numbers.join(', ')} will be queued again, at their arrival numbers.`,
		whoMay: 'If a colleague has left without going off duty, a supervisor can take them off.',
		administer: 'Roles, software covered and access',
		whoChanges: 'Roles, software covered and access are changed by the administrators.',
		disabled: (count) => (count === 1 ? 'One more colleague is disabled.' : `${count} more colleagues are disabled.`),
		done: (name) => `${name} is off duty now.`,
	},
};
