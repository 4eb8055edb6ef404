import { type Language, languages } from '#lib/domain/roles.ts';
import type { it } from './it/index.ts';

/** Every word the system says. Italian is the source; the compiler holds English to the same shape. */
export type Words = typeof it;
/** A part of them that a page can fetch: the compiler finds a page that names another. */
type Catalogue = keyof (typeof catalogues)[Language];

export function isLanguage(value: unknown): value is Language {
	return languages.some((language) => language === value);
}

/** What every page says. */
const everywhere = ['common', 'turn'] as const;

/** What every page of the staff says beside that. */
const toStaff = ['desk', 'keyboard'] as const;

/**
 * What the pages of a part of the house say beside that, by the beginning of a route's id; the longest that fits counts. A browser
 * fetches no word of another page, and neither does the server have one at hand: what is missing here is missed in every test.
 */
const spoken: Readonly<Record<string, readonly Catalogue[]>> = {
	'/(visitor)': ['auth'],
	'/(visitor)/login/code': ['auth', 'access'],
	'/(visitor)/login/set-up': ['auth', 'access'],
	'/access': ['access', 'auth', 'ownAccount'],
	'/(visitor)/policy': ['policy', 'receipt', 'organisation'],
	'/(portal)': ['portal', 'home', 'search', 'draftsWaiting', 'live'],
	'/(portal)/account': ['portal', 'ownAccount', 'access'],
	'/(portal)/tickets': ['portal', 'home', 'search', 'live'],
	'/(portal)/tickets/new': ['portal', 'home', 'open', 'drafts', 'draftsWaiting', 'search'],
	'/(portal)/tickets/[number]': [
		'portal',
		'ticketPage',
		'receipt',
		'conversation',
		'whyBefore',
		'live',
		'moved',
		'drafts',
		'draftsWaiting',
		'checklist',
		'satisfaction',
		'open',
	],
	'/desk': [...toStaff, 'deskHome', 'live', 'receipt', 'admin', 'conversation', 'checklist', 'satisfaction'],
	'/desk/order': [...toStaff, 'deskHome', 'order'],
	'/desk/search': [...toStaff, 'deskSearch', 'admin'],
	'/desk/tickets/[number]': [
		...toStaff,
		'deskTicket',
		'receipt',
		'conversation',
		'checklist',
		'live',
		'drafts',
		'insertReply',
	],
	'/desk/replies': [...toStaff, 'admin', 'savedReplies', 'insertReply'],
	'/admin': [...toStaff, 'admin', 'policy', 'receipt'],
	'/desk/customers': [...toStaff, 'admin', 'customers', 'issuing'],
	'/desk/staff': [...toStaff, 'deskHome', 'admin', 'customers'],
	'/admin/accounts': [...toStaff, 'admin'],
	'/admin/mail': [...toStaff, 'admin'],
	'/admin/organisation': [...toStaff, 'admin', 'auth', 'organisation'],
	'/admin/audit': [...toStaff, 'admin', 'audit'],
	'/admin/customers': [...toStaff, 'admin', 'customers', 'customerFile', 'issuing'],
};

/** What is said where nothing of the house is: the places of whoever came there by mistake. */
const nowhere = [...toStaff, 'admin'] as const;

/** The words of a route's pages in one language; an address without a route has those of an error. */
export async function loadWords(language: Language, route: string | null): Promise<Words> {
	const names = [...everywhere, ...spokenIn(route)];
	return Object.assign({}, ...(await Promise.all(names.map((name) => loadCatalogue(language, name)))));
}

type Loaded = Partial<Words> | undefined;
const loaded: Record<Language, { [Name in Catalogue]?: Loaded }> = { it: {}, en: {} };

/** At once the second time: even of a module that is there an `import()` costs the server more than the sentences do. */
function loadCatalogue(language: Language, name: Catalogue): Loaded | Promise<Loaded> {
	return loaded[language][name] ?? firstLoad(language, name);
}

async function firstLoad(language: Language, name: Catalogue): Promise<Loaded> {
	const catalogue = await catalogues[language][name]();
	loaded[language][name] = catalogue;
	return catalogue;
}

function spokenIn(route: string | null): readonly Catalogue[] {
	const parts = route?.split('/') ?? [];
	for (let length = parts.length; length > 1; length--) {
		const names = spoken[parts.slice(0, length).join('/')];
		if (names) return names;
	}
	return nowhere;
}

/** A browser can fetch each by itself. What only the server says is not among them. */
const catalogues = {
	it: {
		common: () => import('./it/common.ts'),
		turn: () => import('./it/turn.ts'),
		receipt: () => import('./it/receipt.ts'),
		auth: () => import('./it/auth.ts'),
		access: () => import('./it/access.ts'),
		portal: () => import('./it/portal.ts'),
		ticketPage: () => import('./it/ticket-page.ts'),
		home: () => import('./it/home.ts'),
		open: () => import('./it/open.ts'),
		checklist: () => import('./it/checklist.ts'),
		conversation: () => import('./it/conversation.ts'),
		whyBefore: () => import('./it/why-before.ts'),
		live: () => import('./it/live.ts'),
		moved: () => import('./it/moved.ts'),
		drafts: () => import('./it/drafts.ts'),
		draftsWaiting: () => import('./it/drafts-waiting.ts'),
		search: () => import('./it/search.ts'),
		satisfaction: () => import('./it/satisfaction.ts'),
		savedReplies: () => import('./it/saved-replies.ts'),
		insertReply: () => import('./it/insert-reply.ts'),
		ownAccount: () => import('./it/own-account.ts'),
		organisation: () => import('./it/organisation.ts'),
		policy: () => import('./it/policy.ts'),
		desk: () => import('./it/desk.ts'),
		deskHome: () => import('./it/desk-home.ts'),
		deskSearch: () => import('./it/desk-search.ts'),
		deskTicket: () => import('./it/desk-ticket.ts'),
		order: () => import('./it/order.ts'),
		admin: () => import('./it/admin.ts'),
		keyboard: () => import('./it/keyboard.ts'),
		customers: () => import('./it/customers.ts'),
		customerFile: () => import('./it/customer-file.ts'),
		issuing: () => import('./it/issuing.ts'),
		audit: () => import('./it/audit.ts'),
	},
	en: {
		common: () => import('./en/common.ts'),
		turn: () => import('./en/turn.ts'),
		receipt: () => import('./en/receipt.ts'),
		auth: () => import('./en/auth.ts'),
		access: () => import('./en/access.ts'),
		portal: () => import('./en/portal.ts'),
		ticketPage: () => import('./en/ticket-page.ts'),
		home: () => import('./en/home.ts'),
		open: () => import('./en/open.ts'),
		checklist: () => import('./en/checklist.ts'),
		conversation: () => import('./en/conversation.ts'),
		whyBefore: () => import('./en/why-before.ts'),
		live: () => import('./en/live.ts'),
		moved: () => import('./en/moved.ts'),
		drafts: () => import('./en/drafts.ts'),
		draftsWaiting: () => import('./en/drafts-waiting.ts'),
		search: () => import('./en/search.ts'),
		satisfaction: () => import('./en/satisfaction.ts'),
		savedReplies: () => import('./en/saved-replies.ts'),
		insertReply: () => import('./en/insert-reply.ts'),
		ownAccount: () => import('./en/own-account.ts'),
		organisation: () => import('./en/organisation.ts'),
		policy: () => import('./en/policy.ts'),
		desk: () => import('./en/desk.ts'),
		deskHome: () => import('./en/desk-home.ts'),
		deskSearch: () => import('./en/desk-search.ts'),
		deskTicket: () => import('./en/desk-ticket.ts'),
		order: () => import('./en/order.ts'),
		admin: () => import('./en/admin.ts'),
		keyboard: () => import('./en/keyboard.ts'),
		customers: () => import('./en/customers.ts'),
		customerFile: () => import('./en/customer-file.ts'),
		issuing: () => import('./en/issuing.ts'),
		audit: () => import('./en/audit.ts'),
	},
} satisfies Record<Language, { [Name in keyof Words]?: () => Promise<Pick<Words, Name>> }>;
