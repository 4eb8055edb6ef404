import type { Page } from 'playwright-core';
import type { Desk } from '#lib/server/desk.ts';

type Path = string | ((desk: Desk) => Promise<string>);

export type Shown = {
	/** The picture's name, and the file's. */
	name: string;
	/** What it shows, in a few words. */
	title: string;
	/** Who looks; nobody: a visitor. */
	who?: string;
	path: Path;
	/** In the dark appearance, too. */
	dark?: true;
	/** What is done on the page before the picture is made. */
	first?: (page: Page) => Promise<void>;
};

/** Where the newest ticket with such a subject is. */
const ticket =
	(subject: string, under = '/tickets') =>
	async ({ db }: Desk): Promise<string> => {
		const { number } = await db
			.selectFrom('ticket')
			.select('number')
			.where('subject', 'like', `${subject}%`)
			.orderBy('number', 'desc')
			.limit(1)
			.executeTakeFirstOrThrow();
		return `${under}/${number}`;
	};

/** Where the longest conversation is, the newest of several. */
const longest = async ({ db }: Desk): Promise<string> => {
	const { ticket: number } = await db
		.selectFrom('message')
		.select('ticket')
		.groupBy('ticket')
		.orderBy(({ fn }) => fn.countAll(), 'desc')
		.orderBy('ticket', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return `/desk/tickets/${number}`;
};

const someone =
	(username: string, under: string, row: 'account' | 'customer') =>
	async ({ db }: Desk) => {
		const account = await db
			.selectFrom('account')
			.select(['id', 'customer'])
			.where('username', '=', username)
			.executeTakeFirstOrThrow();
		return `${under}/${row === 'account' ? account.id : account.customer}`;
	};

const send = (page: Page, form = 'main form') => page.locator(`${form} button[type=submit]`).last().click();

const alive = (page: Page) => page.locator('html[data-alive]').waitFor();

export const portal: readonly Shown[] = [
	{ name: 'login', title: 'Signing in', path: '/login', dark: true },
	{
		name: 'login-refused',
		title: 'Signing in with a wrong password',
		path: '/login',
		async first(page) {
			await page.locator('input[autocomplete=username]').fill('andrea.landi');
			await page.locator('input[type=password]').fill('non-ricordo-quale');
			await page.locator('form:has(input[type=password]) button').click();
			await page.locator('[role=alert], .error').first().waitFor();
		},
	},
	{ name: 'home', title: 'Home: whose turn it is', who: 'andrea.landi', path: '/', dark: true },
	{ name: 'home-of-one', title: 'Home of a single professional', who: 'luca.marchetti', path: '/' },
	{
		name: 'home-own-only',
		title: 'Home where colleagues are not seen, with a draft',
		who: 'chiara.bianchi',
		path: '/',
	},
	{ name: 'home-english', title: 'Home in English', who: 'helen.whitfield', path: '/' },
	{ name: 'home-first-visit', title: 'Home on the first visit', who: 'pietro.vanoni', path: '/' },
	{ name: 'tickets', title: 'All tickets', who: 'paola.ferri', path: '/tickets', dark: true },
	{ name: 'tickets-search', title: 'Searching', who: 'paola.ferri', path: '/tickets?q=errore' },
	{ name: 'tickets-nothing', title: 'Searching for what is not there', who: 'paola.ferri', path: '/tickets?q=plotter' },
	{ name: 'new', title: 'A new ticket', who: 'paola.ferri', path: '/tickets/new' },
	{
		name: 'new-errors',
		title: 'A new ticket sent too soon',
		who: 'luca.marchetti',
		path: '/tickets/new',
		async first(page) {
			await page
				.locator('main form')
				.last()
				.evaluate((form) => form.setAttribute('novalidate', ''));
			await send(page);
			await page.locator('[role=alert]').first().waitFor();
		},
	},
	{
		name: 'new-similar',
		title: 'A new ticket: similar ones of one’s own',
		who: 'paola.ferri',
		path: '/tickets/new',
		async first(page) {
			await page.locator('label', { hasText: 'Mappale' }).first().click();
			await page.locator('[name=subject]').pressSequentially('errore 207 controllo formale', { delay: 5 });
			await page.waitForTimeout(2_000);
		},
	},
	{ name: 'queued', title: 'Queued', who: 'andrea.landi', path: ticket('Errore nel disegno della mappa'), dark: true },
	{
		name: 'queued-consultancy',
		title: 'Queued, consultancy',
		who: 'silvia.moretti',
		path: ticket('Come tenere due elenchi'),
	},
	{ name: 'in-hand', title: 'In hand', who: 'luca.marchetti', path: ticket('Il ricevitore GNSS') },
	{ name: 'under-evaluation', title: 'Under evaluation', who: 'helen.whitfield', path: ticket('Landscape report') },
	{
		name: 'awaiting',
		title: 'Awaiting the customer: checklist and receipt',
		who: 'silvia.moretti',
		path: ticket('Dopo l’aggiornamento'),
		dark: true,
	},
	{
		name: 'awaiting-draft',
		title: 'Awaiting the customer: a reply begun',
		who: 'andrea.landi',
		path: ticket('Errore 207 nel controllo'),
	},
	{
		name: 'resolved',
		title: 'Resolved, and what one thinks of it',
		who: 'luca.marchetti',
		path: ticket('Poligonale chiusa'),
	},
	{ name: 'lapsed', title: 'Lapsed', who: 'andrea.landi', path: ticket('Il controllo formale scarta') },
	{ name: 'merged', title: 'Merged into another', who: 'paola.ferri', path: ticket('Il modello FERRI-0244') },
	{ name: 'account', title: 'One’s account', who: 'andrea.landi', path: '/account' },
	{ name: 'policy', title: 'The policy', path: '/policy' },
	{ name: 'not-found', title: 'What is not there, or not yours', who: 'andrea.landi', path: '/tickets/999999' },
];

export const desk: readonly Shown[] = [
	{ name: 'desk', title: 'The desk, nothing in hand', who: 'marta.colombo', path: '/desk', dark: true },
	{
		name: 'desk-in-hand',
		title: 'The desk of a supervisor with a ticket in hand',
		who: 'giulia.santoro',
		path: '/desk',
	},
	{ name: 'desk-queue', title: 'The queue as it will be served', who: 'giulia.santoro', path: '/desk/queue' },
	{ name: 'desk-search', title: 'Searching', who: 'marta.colombo', path: '/desk/search?q=errore', dark: true },
	{
		name: 'desk-search-nothing',
		title: 'Searching for what is not there',
		who: 'marta.colombo',
		path: '/desk/search?q=plotter&lane=technical',
	},
	{
		name: 'desk-ticket-in-hand',
		title: 'A ticket in hand',
		who: 'giulia.santoro',
		path: ticket('Il ricevitore GNSS', '/desk/tickets'),
		dark: true,
	},
	{
		name: 'desk-ticket-awaiting',
		title: 'A ticket that awaits its customer',
		who: 'davide.esposito',
		path: ticket('Dopo l’aggiornamento', '/desk/tickets'),
	},
	{ name: 'desk-ticket-long', title: 'A long conversation with attachments', who: 'marta.colombo', path: longest },
	{
		name: 'desk-ticket-hold',
		title: 'Putting a ticket on hold: the receipt before it is sent',
		who: 'giulia.santoro',
		path: ticket('Il ricevitore GNSS', '/desk/tickets'),
		async first(page) {
			await alive(page);
			await page.getByText('Metti in attesa: servono informazioni', { exact: true }).click();
			await page.getByText('Se la richiesta parte adesso').first().waitFor();
		},
	},
	{
		name: 'desk-ticket-resolved',
		title: 'A resolved ticket',
		who: 'marta.colombo',
		path: ticket('Poligonale chiusa', '/desk/tickets'),
	},
	{ name: 'desk-order', title: 'The order, proved', who: 'giulia.santoro', path: '/desk/order' },
	{ name: 'desk-customers', title: 'Customers', who: 'marta.colombo', path: '/desk/customers' },
	{
		name: 'desk-customer',
		title: 'A customer: people, licences, tickets, notes',
		who: 'marta.colombo',
		path: someone('andrea.landi', '/desk/customers', 'customer'),
	},
	{ name: 'desk-staff', title: 'Colleagues and what they cover', who: 'giulia.santoro', path: '/desk/staff' },
	{ name: 'desk-replies', title: 'Saved replies', who: 'marta.colombo', path: '/desk/replies' },
	{ name: 'desk-reply-new', title: 'A new saved reply', who: 'giulia.santoro', path: '/desk/replies/new' },
	{
		name: 'desk-palette',
		title: 'The palette',
		who: 'marta.colombo',
		path: '/desk/queue',
		dark: true,
		async first(page) {
			await alive(page);
			await page.keyboard.press('Control+k');
			await page.getByRole('combobox').fill('ferri');
			await page.getByRole('option', { name: /Ferri e Landi/ }).waitFor();
		},
	},
	{
		name: 'desk-keys',
		title: 'The keys',
		who: 'marta.colombo',
		path: '/desk',
		async first(page) {
			await alive(page);
			await page.keyboard.press('?');
			await page.getByRole('dialog').waitFor();
		},
	},
];

export const administration: readonly Shown[] = [
	{ name: 'admin', title: 'Administration', who: 'elena.rinaldi', path: '/admin' },
	{ name: 'admin-customers', title: 'Customers', who: 'elena.rinaldi', path: '/admin/customers' },
	{
		name: 'admin-customer',
		title: 'A customer',
		who: 'elena.rinaldi',
		path: someone('federico.galli', '/admin/customers', 'customer'),
	},
	{
		name: 'admin-account',
		title: 'An account',
		who: 'elena.rinaldi',
		path: someone('marco.conti', '/admin/accounts', 'account'),
	},
	{ name: 'admin-products', title: 'Software', who: 'elena.rinaldi', path: '/admin/products' },
	{ name: 'admin-staff', title: 'Staff and what they cover', who: 'elena.rinaldi', path: '/admin/staff' },
	{ name: 'admin-calendar', title: 'The calendar', who: 'elena.rinaldi', path: '/admin/calendar' },
	{ name: 'admin-policy', title: 'The settings of the policy', who: 'elena.rinaldi', path: '/admin/policy' },
	{ name: 'admin-organisation', title: 'The organisation', who: 'elena.rinaldi', path: '/admin/organisation' },
	{ name: 'admin-mail', title: 'Notices', who: 'elena.rinaldi', path: '/admin/mail' },
	{ name: 'admin-audit', title: 'The access log', who: 'elena.rinaldi', path: '/admin/audit' },
];
