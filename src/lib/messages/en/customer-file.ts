import { importKeptDays } from '#lib/domain/customer-file/limits.ts';
import type { customerFileRefusals as italian } from '../it/customer-file.ts';
import type { Words } from '../words.ts';
import { signBeyondMail } from './sign-beyond-mail.ts';

/** Customers, their people and licences by file, in and out. */
export const customerFile: Words['customerFile'] = {
	title: 'Customers and people from a file',
	lead: 'A CSV file, one row a person. First you see what would happen to each row; until you confirm, nothing is written.',
	link: 'Import from a file',
	file: 'CSV file',
	fileHint: (rows, size) => `Up to ${rows} rows and ${size}.`,
	paste: 'Or paste the rows',
	pasteHint: (characters) =>
		`With the row of column names, copied from a spreadsheet too; up to ${characters} characters.`,
	submit: 'Show the preview',
	template: 'Download the template',
	templateName: 'customers-template',
	exportTitle: 'All customers in a file',
	exportText: 'The same columns as the template: it can be corrected and imported again. The access log keeps it.',
	exportSubmit: 'Download customers and people (CSV)',
	exportName: 'customers-and-people',
	columnsTitle: 'The columns',
	columnsLead: (cell) =>
		`In any order; only “Customer” is needed. A cell holds ${cell} characters at most. Comma, semicolon or tab; UTF-8 or Windows: both are recognised.`,
	columns: {
		customer: 'Customer',
		colleagues: 'Colleagues',
		name: 'Person',
		username: 'Username',
		email: 'E-mail',
		language: 'Language',
		products: 'Software',
	},
	columnHints: {
		customer: 'The name. If there is a customer of that name, the row is about them.',
		colleagues: 'Whether users see each other’s tickets: yes or no. Empty, for a new customer: yes.',
		name: 'Full name of who opens tickets. Empty, with the e-mail empty, if the row is for the customer alone.',
		username: 'To sign in with. Empty, for somebody new: made from the e-mail.',
		email: 'By this, whoever is there already is recognised.',
		language: 'it or en. Empty, for somebody new: it.',
		products: 'Licences to add, separated by a bar: Isoipsa | Catasto. None is taken away.',
	},
	rules:
		'A file adds, and corrects names and languages; it never moves a person between customers, takes nothing away, changes no role: rows that would are refused with the reason.',
	yes: 'yes',
	no: 'no',
	pasted: 'Pasted rows',
	recent: 'The latest',
	recentHint: `Previews and results are kept for ${importKeptDays} days.`,
	states: { preview: 'preview: nothing was written', running: 'under way', finished: 'finished' },
	rowsCounted: (rows, written) => (rows === 1 ? 'one row' : `${written} rows`),
	previewTitle: 'Preview',
	previewLead: 'Nothing was written. This is what would happen now, row by row.',
	runningTitle: 'Import under way',
	runningLead:
		'You can leave this page and come back whenever you like: the work goes on by itself, and if the server stops it goes on where it was.',
	progress: (done, rows) => `${done} rows of ${rows}`,
	refresh: 'Refresh the page',
	finishedTitle: 'Import finished',
	finishedLead: 'Each row was decided again when it was written. The same file, once more, changes nothing.',
	differs: (rows) =>
		rows === 1
			? 'One row went otherwise than in the preview, because something changed in the meantime: it is marked.'
			: `${rows} rows went otherwise than in the preview, because something changed in the meantime: they are marked.`,
	differsMark: 'not as in the preview',
	credentials: 'Whoever was added cannot sign in yet: it takes a link to choose the password.',
	issue: (count, written) =>
		count === 1
			? 'Issue credentials to the one person that has none'
			: `Issue credentials to the ${written} people that have none`,
	toCustomers: 'Go to the customers',
	another: 'Another file',
	read: (encoding, separator) =>
		`Read as ${{ 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252' }[encoding]}, columns separated by ${{ ';': 'semicolons', ',': 'commas', '\t': 'tabs' }[separator]}.`,
	unknown: (names) =>
		names.length === 1
			? `One column was not recognised and does not count: ${names[0]}.`
			: `Columns that were not recognised and do not count: ${names.join(', ')}.`,
	counts: {
		customers: 'new customers',
		people: 'new people',
		licences: 'licences added',
		changed: 'rows that correct or add',
		unchanged: 'rows that change nothing',
		refused: 'rows refused',
	},
	confirm: (rows) => `Import ${rows}`,
	confirmNone: 'This file would change nothing: there is nothing to confirm.',
	discard: 'Delete the preview',
	refusedDownload: 'Download the refused rows (CSV)',
	refusedHint: 'With a column that says why: correct them there and import them again.',
	refusedName: 'refused-rows',
	why: 'Reason',
	filter: 'Which rows',
	kinds: { new: 'New', changed: 'Correct', unchanged: 'Unchanged', refused: 'Refused' },
	all: 'All',
	pages: 'Pages of the rows',
	none: 'No row of this kind.',
	line: 'Row',
	row: 'Content',
	fate: 'Outcome',
	newCustomer: 'new customer',
	newPerson: (username) => `new person, username ${username}`,
	changedPerson: 'the person’s name or language',
	licencesAdded: (names) => `licences: ${names.join(', ')}`,
	nothing: 'already so',
	problems: {
		'cells-too-many': () => 'There are more cells than columns: put quotes around the cell that holds the separator.',
		required: ({ column }) =>
			column === 'customer' ? 'The customer’s name is missing.' : 'Missing: a person has a name and an e-mail.',
		'too-long': ({ limit }) => `Too long: ${limit} characters at most.`,
		'not-an-address': ({ sign }) =>
			sign ? signBeyondMail(sign) : 'Not an e-mail address: write it as name@domain.com.',
		'not-a-username': () => 'At least 3 characters: letters without accents, digits, dot, hyphen.',
		'not-a-language': () => 'The language is it or en.',
		'not-yes-or-no': () => 'Write yes or no.',
		'no-such-product': ({ product }) =>
			`There is no software “${product}”: add it to the software, or correct its name.`,
		'colleagues-otherwise': () =>
			'For this customer it is the opposite, which a file does not change: leave it empty, or change it on the customer’s page.',
		'of-another-customer': ({ customer }) =>
			`The person with this e-mail belongs to ${customer}, and a file moves nobody.`,
		'is-staff': () => 'This e-mail is of one of the staff, and a file changes no roles.',
		'username-otherwise': ({ username }) =>
			`The person signs in as ${username}: leave it empty, or change it on their page.`,
		'username-taken': () => 'The username is somebody else’s: choose another, or leave it empty.',
		'no-username-free': () => 'No free username can be made from the e-mail: write one.',
		'taken-meanwhile': () => 'A name of this row was given to somebody else just now: import the row again.',
		stopped: () =>
			'The import stopped before this row, since whoever confirmed it is no administrator any more: import the row again.',
		'said-otherwise': ({ line }) => `Row ${line} calls the same person otherwise: keep the right one.`,
	},
};

/** Why a file cannot be read. */
export const customerFileRefusals: typeof italian = {
	'file-says-nothing': () => 'There was nothing to read. Choose a CSV file, or paste the rows.',
	'file-not-text': () =>
		'The file is no CSV: perhaps it is a workbook. In the spreadsheet choose “Save as”, then CSV, and bring that.',
	'no-customer-column': ({ found }) =>
		`The first row has no column “Customer”${found.length > 0 ? ` (there are: ${found.slice(0, 12).join(', ')})` : ''}. Write the names of the columns there, as in the template.`,
	'column-twice': ({ column }) => `The column “${column}” is there twice. Keep one.`,
	'no-rows': () => 'The row of column names is there, but no row below it.',
	'too-many-rows': ({ most }) =>
		`The file has more than ${most} rows, the most there may be. Split it into several files.`,
	'quote-not-closed': () =>
		'Somewhere a quote opens that is never closed, and the rest of the file would be one cell. Close it, or save the CSV again from the spreadsheet.',
	'cell-too-long': ({ line, limit }) =>
		`In row ${line} a cell is longer than ${limit} characters. Perhaps a quote is missing: check it.`,
};
