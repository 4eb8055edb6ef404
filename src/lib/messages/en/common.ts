import type { DateParts } from '../dates.ts';
import type { Words } from '../words.ts';

const date = ({ weekday, day, month }: DateParts) => `${weekday} ${day} ${month}`;

export const common: Words['common'] = {
	tagline: 'Support in order of arrival',
	policyLink: 'Support policy',
	/** From Monday on, as a calendar has them. */
	weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
	skipToContent: 'Skip to content',
	ticket: 'Ticket',
	substituteDay: (holiday) => `${holiday} (substitute day)`,
	ticketNumber: (number) => `Ticket number ${number}`,
	save: 'Save',
	cancel: 'Cancel',
	sending: 'Sending…',
	signOut: 'Sign out',
	ownAccount: 'your account',
	ownAccess: 'your access',
	accessLink: 'Your access',
	mainNavigation: 'Main navigation',
	navigation: { home: 'Home', tickets: 'All tickets', open: 'Open a ticket', desk: 'Desk' },
	language: 'Language',
	languageNames: { it: 'Italiano', en: 'English' },
	theme: 'Appearance',
	themes: { system: 'Same as system', light: 'Light', dark: 'Dark' },
	/** Of a list that goes over several pages. */
	pages: {
		previous: 'Previous page',
		next: 'Next page',
		page: (page, pages) => `Page ${page} of ${pages}`,
	},
	optional: 'optional',
	size: {
		bytes: (amount) => `${amount} bytes`,
		kilobytes: (amount) => `${amount} kB`,
		megabytes: (amount) => `${amount} MB`,
		decimalMark: '.',
	},
	form: {
		problems: (count) => (count === 1 ? 'There is one thing to correct' : `There are ${count} things to correct`),
		inField: (label, problem) => `${label}: ${problem}`,
		nothingLost: 'Nothing you wrote has been lost.',
		missing: 'This field is needed.',
		tooLong: (limit) => `The text can have at most ${limit} characters.`,
		nearLimit: (limit) => `You are near the limit of ${limit} characters.`,
		left: (count) => (count === '1' ? 'One character left.' : `${count} characters left.`),
		over: (count) =>
			count === '1'
				? 'One character over the limit: please shorten the text a little.'
				: `${count} characters over the limit: please shorten the text, or attach it as a file.`,
		tooShort: (limit) => `At least ${limit} characters are needed.`,
		notValid: 'This value is not valid: please check it and enter it again.',
		choose: 'Choose…',
		filesAgain: 'For safety the browser does not keep the files: please choose them again before sending.',
	},
	unsent: {
		title: {
			'no-answer': 'No confirmation has come back',
			offline: 'The connection seems to be missing',
			'signed-out': 'Your session has ended',
			failed: 'Sending did not succeed',
			files: 'A file has not arrived',
			conflict: 'This draft has changed elsewhere',
		},
		lost: 'Either nothing was sent, or the answer was lost on its way.',
		here: 'What you wrote is still here.',
		again: 'Please send again: if the first sending did arrive, nothing will be done twice.',
		first: {
			files: 'Please try to upload it again, or take it out, then send.',
			conflict: 'Please choose which of the two texts to keep, then send.',
		},
		preference: 'Your choice did not arrive: please try again in a moment.',
		signInAgain: 'Please sign in again in another tab, then come back here and send again.',
		signIn: 'Sign in in another tab',
	},
	files: {
		label: 'Files',
		choose: 'Choose files',
		limits: (count, megabytes) => `Up to ${count} files, ${megabytes} each.`,
		drop: 'You can also drag them here or paste a picture.',
		remove: (name) => `Remove ${name}`,
		tooLarge: (name, megabytes) => `“${name}” is over ${megabytes}: please make it smaller or split it.`,
		tooMany: (limit) => `You can attach at most ${limit} files to a message.`,
		empty: (name) => `“${name}” is empty.`,
	},
	time: {
		date,
		dateWithYear: (parts) => `${date(parts)} ${parts.year}`,
		today: ({ clock }) => `today at ${clock}`,
		yesterday: ({ clock }) => `yesterday at ${clock}`,
		moment: (parts) => `${date(parts)} at ${parts.clock}`,
		momentWithYear: (parts) => `${date(parts)} ${parts.year} at ${parts.clock}`,
		exact: (parts, zone) => `${date(parts)} ${parts.year}, ${parts.clock} (${zone})`,
	},
	error: {
		notFoundTitle: 'There is nothing to see here',
		notFound:
			'The page does not exist, or it is not among those you may read. If you followed a link, please check that you signed in with the right credentials.',
		tooLargeTitle: 'What you sent is too large',
		tooLarge: 'The files are over the limit. Please go back, remove some or make them smaller, and send again.',
		foreignTitle: 'This was not sent from a page of Sportello',
		foreign:
			'For safety we accept only what is sent from our own pages, opened at their usual address. Please open Sportello there and send again; if you wrote a text, copy it before leaving the page.',
		refusedTitle: 'The request was not accepted',
		refused: 'Please go back, reload the page and try again. If you wrote a text, copy it before reloading.',
		brokenTitle: 'Something went wrong on our side',
		broken:
			'We are sorry: the error has been recorded, and what had already been sent is safe. Please wait a moment and try again.',
		reference: 'Reference number',
		referenceHint: 'If you write to us about this, please quote it: it lets us find at once what happened.',
		home: 'Back to the start page',
	},
};
