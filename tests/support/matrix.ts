import type { marks } from './one-of-each.ts';

/**
 * Who asks. At the customer of the owner colleagues do not see each other's tickets; the stranger is another customer's user. The
 * owner comes last, since an owner's act may use up what it is about.
 */
export const askers = [
	...(['visitor', 'stranger', 'unsighted', 'agent', 'supervisor', 'administrator', 'owner'] as const),
] as const;
export type Asker = (typeof askers)[number];

/**
 * A status; `sign-in`, the way there and back; `nothing`, the page of what does not exist, byte for byte; `to /…`, another page.
 */
export type Answer = number | 'sign-in' | 'nothing' | `to ${string}`;
export type Answers = Record<Asker, Answer>;

/** What is sent; nothing but an empty form where it is left out, which no act accepts that asks for a request key. */
export type Body = { form: Record<string, string> };
export type Sent = Answers | { body: Body; answers: Answers };

/**
 * An address of a route, with its records in braces, and what it answers: to being read, and to each of its forms and methods.
 * `shows`: what of the ticket or the draft its owner reads there, so that it says something that nobody else does.
 */
export type Row = { route: string; at: string; get: Answers; send: Record<string, Sent>; shows?: keyof typeof marks };

const to = (answers: Partial<Answers>, others: Answer): Answers =>
	Object.fromEntries(askers.map((asker) => [asker, answers[asker] ?? others])) as Answers;

const everybody = (answer: Answer) => to({}, answer);
/** Visitors sign in first; who is signed in and has no business here finds nothing. */
const inside = (answers: Partial<Answers>) => to({ visitor: 'sign-in', ...answers }, 'nothing');
const usersOnly = (answer: Answer) => ({ stranger: answer, unsighted: answer, owner: answer });
const users = (answer: Answer) => inside(usersOnly(answer));
const owner = (answer: Answer) => inside({ owner: answer });
const administrators = (answer: Answer) => inside({ administrator: answer });
const staff = (answer: Answer) => inside({ agent: answer, supervisor: answer, administrator: answer });
const agentAlone = (answer: Answer) => inside({ agent: answer });
const sighted = (answer: Answer) => ({ ...staff(answer), owner: answer });

/** Who is signed in already is led to where they begin. */
const start = (visitor: Answer) => to({ visitor, ...usersOnly('to /') }, 'to /desk');

const row = (route: string, at: string, get: Answers, send: Record<string, Sent> = {}): Row => ({
	route,
	at,
	get,
	send,
});
const showing = (shows: keyof typeof marks, shown: Row): Row => ({ ...shown, shows });
const acts = (answers: Answers, ...names: string[]) => Object.fromEntries(names.map((name) => [`?/${name}`, answers]));

/** Nothing is read here: the route has no page, and says so to who may come in. */
const noPage = 405;

export const matrix: Row[] = [
	row('/(visitor)/login', '/login', start(200), { '': start(400) }),
	row('/(visitor)/login/code', '/login/code', start('to /login'), { '': start(400) }),
	row('/(visitor)/login/set-up', '/login/set-up', everybody('to /login'), { '': everybody(400) }),
	row('/(visitor)/logout', '/logout', everybody(noPage), { POST: everybody('to /login') }),
	row('/(visitor)/policy', '/policy', everybody(200)),
	row('/(visitor)/recover', '/recover', everybody(200), { '': everybody('to /recover?asked') }),
	row('/(visitor)/recover/[token]', '/recover/{token}', everybody(200), { '': everybody(400) }),
	row('/(visitor)/confirm-address/[token]', '/confirm-address/{token}', everybody(200), { '': everybody(409) }),
	row('/(visitor)/stop-address/[token]', '/stop-address/{token}', everybody(200), { '': everybody(409) }),
	row('/(visitor)/activate/[token]', '/activate/{token}', everybody(200), { '': everybody(400) }),
	row('/(visitor)/setup/[token]', '/setup/{token}', everybody('nothing'), { '': everybody('nothing') }),
	row('/logo/[digest]', '/logo/none', everybody(404)),
	row('/preferences', '/preferences', everybody('to /'), { '': everybody('to /') }),
	row('/healthz', '/healthz', everybody(200)),
	row('/readyz', '/readyz', everybody(200)),
	row('/[...path]', '/nothing/here', everybody('nothing')),

	showing('ticket', row('/(portal)', '/', { ...staff('to /desk'), ...usersOnly(200) })),
	row(
		'/(portal)/account',
		'/account',
		users(200),
		acts(users(400), 'name', 'preferences', 'notices', 'session', 'others'),
	),
	showing('ticket', row('/(portal)/tickets', '/tickets', users(200))),
	showing('ticket', row('/(portal)/tickets', '/tickets?q=piano', users(200))),
	showing(
		'ticket',
		row('/(portal)/tickets/similar', '/tickets/similar?product={product}&subject=quota%20piano', users(200)),
	),
	row('/(portal)/tickets/new', '/tickets/new', users(200), { '': users(400) }),
	showing('ticket', row('/(portal)/tickets/new', '/tickets/new?follows={resolved}', owner(200))),
	showing('draft', row('/(portal)/tickets/new', '/tickets/new?draft={draft}', users(200))),
	showing(
		'ticket',
		row('/(portal)/tickets/[number]', '/tickets/{ticket}', owner(200), acts(owner(400), 'reply', 'close', 'rate')),
	),
	showing(
		'ticket',
		row('/(portal)/tickets/[number]', '/tickets/{resolved}', owner(200), acts(owner(400), 'reply', 'close', 'rate')),
	),
	row('/(portal)/tickets/[number]/read', '/tickets/{ticket}/read', users(noPage), {
		POST: { body: { form: { message: '0', seq: '0' } }, answers: owner(204) },
	}),
	showing(
		'draft',
		row('/(portal)/drafts', '/drafts?ticket={ticket}', users(200), {
			POST: { body: { form: { draftTicket: '{resolved}' } }, answers: owner(200) },
		}),
	),
	showing('draft', row('/(portal)/drafts/[draft]', '/drafts/{draft}', owner(200))),
	row('/(portal)/drafts/[draft]/files', '/drafts/{draft}/files', users(noPage), { POST: owner(200) }),
	showing(
		'draft',
		row('/(portal)/drafts/[draft]/files/[file]', '/drafts/{draft}/files/{waiting}', owner(200), { DELETE: users(204) }),
	),
	row('/(portal)/drafts/[draft]/discard', '/drafts/{draft}/discard', users(noPage), { POST: users('to /') }),

	showing('ticket', row('/files/[id]/[name]', '/files/{file}/rilievo.txt', sighted(200))),
	row(
		'/access',
		'/access',
		{ ...staff(200), ...usersOnly(200) },
		acts({ ...staff(400), ...usersOnly(400) }, 'address', 'password', 'begin', 'codes', 'remove', 'session', 'others'),
	),
	row(
		'/access/set-up',
		'/access/set-up',
		{ ...staff(200), ...usersOnly(200) },
		{
			'': { ...staff(409), ...usersOnly(409) },
		},
	),
	row('/live', '/live', { ...staff(200), ...usersOnly(200) }),
	row('/live', '/live?ticket={ticket}', sighted(200)),

	row('/desk', '/desk', staff(200), acts(staff(400), 'take', 'on-duty', 'off-duty')),
	row('/desk/queue', '/desk/queue', staff(200)),
	row('/desk/customers', '/desk/customers', staff(200)),
	row('/desk/customers', '/desk/customers?only=to-activate&q=bruno', staff(200)),
	row(
		'/desk/customers/[customer]',
		'/desk/customers/{customer}',
		staff(200),
		acts(staff(400), 'disable', 'note', 'remove'),
	),
	row('/desk/staff', '/desk/staff', staff(200), acts(staff(400), 'off-duty')),
	row('/desk/replies', '/desk/replies', staff(200)),
	row('/desk/replies', '/desk/replies?q=quota&whose=shared', staff(200)),
	row('/desk/replies/new', '/desk/replies/new', staff(200), {
		...acts(staff(400), 'create'),
		...acts(staff(200), 'preview'),
	}),
	// An agent's own: to colleagues, supervisors among them, it is not there.
	row('/desk/replies/[reply]', '/desk/replies/{saved}', inside({ agent: 200 }), {
		...acts(inside({ agent: 400 }), 'change', 'remove'),
		...acts(inside({ agent: 200 }), 'preview'),
	}),
	row('/desk/replies/preview', '/desk/replies/preview', staff(noPage), { POST: staff(200) }),
	row('/desk/tickets/[number]/replies', '/desk/tickets/{ticket}/replies', staff(200)),
	row('/desk/order', '/desk/order', staff(200)),
	row('/desk/order', '/desk/order?ticket={ticket}', staff(200)),
	row('/desk/find', '/desk/find?q={ticket}', staff(200)),
	row('/desk/came-back', '/desk/came-back', staff(200)),
	row('/desk/search', '/desk/search?q=rilievo', staff(200)),
	row('/desk/tickets', '/desk/tickets?q={ticket}', staff('to /desk/tickets/{ticket}')),
	row('/desk/tickets/[number]', '/desk/tickets/{ticket}', staff(200), {
		...acts(
			staff(400),
			...['reply', 'note', 'evaluate', 'await', 'resolve', 'put-back', 'resume', 'withdraw'],
			...['hand-over', 'move-lane', 'correct-product', 'merge'],
		),
		...acts(staff('nothing'), 'discard'),
	}),
	row('/desk/tickets/[number]/similar', '/desk/tickets/{ticket}/similar', staff(200)),
	row('/desk/drafts', '/desk/drafts?ticket={ticket}', staff(200), {
		// As it stands there already.
		POST: { body: { form: { draft: '{staffDraft}', text: 'Bozza' } }, answers: agentAlone(200) },
	}),
	row('/desk/drafts/[draft]', '/desk/drafts/{staffDraft}', agentAlone(200)),
	row('/desk/drafts/[draft]/files', '/desk/drafts/{staffDraft}/files', staff(noPage), { POST: agentAlone(200) }),
	row('/desk/drafts/[draft]/files/[file]', '/desk/drafts/{staffDraft}/files/{pasted}', agentAlone(200)),
	// The owner's, of another draft: that it is not there is done.
	row('/desk/drafts/[draft]/files/[file]', '/desk/drafts/{staffDraft}/files/{waiting}', inside({}), {
		DELETE: staff(204),
	}),

	row('/admin', '/admin', administrators(200)),
	row('/admin/accounts/[account]', '/admin/accounts/{account}', administrators(200), {
		...acts(administrators(400), 'change', 'renew', 'disable', 'enable', 'coverage', 'second-factor'),
	}),
	row('/admin/calendar', '/admin/calendar', administrators(200), acts(administrators(400), 'add', 'remove')),
	row('/admin/customers', '/admin/customers', administrators(200)),
	row('/admin/customers/new', '/admin/customers/new', administrators(200), { '': administrators(400) }),
	row('/admin/customers/import', '/admin/customers/import', administrators(200), { '': administrators(400) }),
	row('/admin/customers/import/template', '/admin/customers/import/template', administrators(200)),
	row(
		'/admin/customers/import/[import]',
		'/admin/customers/import/{import}?only=refused',
		administrators(200),
		acts(administrators(400), 'confirm', 'discard'),
	),
	row('/admin/customers/import/[import]/refused', '/admin/customers/import/{import}/refused', administrators(200)),
	row('/admin/customers/credentials', '/admin/customers/credentials', administrators(200)),
	row('/admin/customers/credentials', '/admin/customers/credentials?customer={customer}', administrators(200)),
	row('/admin/customers/credentials/confirm', '/admin/customers/credentials/confirm?all=1', administrators(200), {
		'': administrators(400),
	}),
	row('/admin/customers/credentials/[issuing]', '/admin/customers/credentials/{issuing}', administrators(200)),
	row('/admin/customers/export', '/admin/customers/export', inside({ administrator: noPage }), {
		POST: administrators(200),
	}),
	row('/admin/customers/[customer]', '/admin/customers/{customer}', administrators(200), {
		...acts(administrators(400), 'change', 'licences'),
	}),
	row('/admin/customers/[customer]/users/new', '/admin/customers/{customer}/users/new', administrators(200), {
		'': administrators(400),
	}),
	row('/admin/audit', '/admin/audit?area=people', administrators(200)),
	row('/admin/audit/csv', '/admin/audit/csv?area=people', inside({ administrator: noPage }), {
		POST: administrators(200),
	}),
	row('/admin/mail', '/admin/mail?ticket={ticket}', administrators(200)),
	row('/admin/mail/[mail]', '/admin/mail/{mail}', administrators(200), acts(administrators(400), 'resend')),
	row('/admin/mail/[mail]/html', '/admin/mail/{mail}/html', administrators(200)),
	row('/admin/organisation', '/admin/organisation', administrators(200), {
		...acts(administrators(400), 'preview', 'save'),
	}),
	row('/admin/organisation/mail', '/admin/organisation/mail?name=Studio', administrators(200)),
	row('/admin/policy', '/admin/policy', administrators(200), acts(administrators(400), 'preview', 'save')),
	row('/admin/products', '/admin/products', administrators(200), acts(administrators(400), 'create', 'rename')),
	row('/admin/staff', '/admin/staff', administrators(200), acts(administrators(400), 'require', 'not-require')),
	row('/admin/staff/new', '/admin/staff/new', administrators(200), { '': administrators(400) }),
];
