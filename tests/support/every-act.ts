import type { Outcome } from '#lib/domain/outcome.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { typedFrom } from '#lib/domain/policy-rebase.ts';
import type { Refusal } from '#lib/messages/say.ts';
import type { StaffViewer, UserViewer, Viewer } from '#lib/server/access/viewer.ts';
import { isStaff } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { addDraftFiles } from '#lib/server/use-cases/add-draft-files.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { askNewAddress } from '#lib/server/use-cases/ask-new-address.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { changeAccount } from '#lib/server/use-cases/change-account.ts';
import { changeCustomer } from '#lib/server/use-cases/change-customer.ts';
import { changeName } from '#lib/server/use-cases/change-name.ts';
import { changeOrganisation } from '#lib/server/use-cases/change-organisation.ts';
import { changeSavedReply } from '#lib/server/use-cases/change-saved-reply.ts';
import { chooseNotices } from '#lib/server/use-cases/choose-notices.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { confirmImport } from '#lib/server/use-cases/confirm-import.ts';
import { correctProduct } from '#lib/server/use-cases/correct-product.ts';
import { createCustomer } from '#lib/server/use-cases/create-customer.ts';
import { createProduct } from '#lib/server/use-cases/create-product.ts';
import { createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import { createStaff } from '#lib/server/use-cases/create-staff.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { disableUsers } from '#lib/server/use-cases/disable-users.ts';
import { discardImport } from '#lib/server/use-cases/discard-import.ts';
import { enableAccount } from '#lib/server/use-cases/enable-account.ts';
import { endSessions } from '#lib/server/use-cases/end-sessions.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { exportAudit } from '#lib/server/use-cases/export-audit.ts';
import { exportCustomers } from '#lib/server/use-cases/export-customers.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { issueToPeople } from '#lib/server/use-cases/issue-to-people.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { noteCustomer } from '#lib/server/use-cases/note-customer.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { previewImport } from '#lib/server/use-cases/preview-import.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { rateTicket } from '#lib/server/use-cases/rate-ticket.ts';
import { readTicket } from '#lib/server/use-cases/read-ticket.ts';
import { removeClosureDays } from '#lib/server/use-cases/remove-closure-days.ts';
import { removeCustomerNote } from '#lib/server/use-cases/remove-customer-note.ts';
import { removeSavedReply } from '#lib/server/use-cases/remove-saved-reply.ts';
import { renameProduct } from '#lib/server/use-cases/rename-product.ts';
import { renewActivation } from '#lib/server/use-cases/renew-activation.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { requireSecondFactor } from '#lib/server/use-cases/require-second-factor.ts';
import { resendMail } from '#lib/server/use-cases/resend-mail.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { savePolicy } from '#lib/server/use-cases/save-policy.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { setLicences } from '#lib/server/use-cases/set-licences.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { takeOffDuty } from '#lib/server/use-cases/take-off-duty.ts';
import { takeSecondFactorAway } from '#lib/server/use-cases/take-second-factor-away.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { asking, type begin, granted, key, on, request, saying } from './house.ts';
import { writeMail } from './mailing.ts';

/**
 * Who acts: the user whose ticket it is, one of another customer, a colleague where colleagues do not see each other's tickets; the
 * agent who has the ticket, another agent, and their superiors.
 */
export const actors = ['owner', 'stranger', 'unsighted', 'holder', 'agent', 'supervisor', 'administrator'] as const;
export type Actor = (typeof actors)[number];

/** Who is there, and what it is about. */
export type Ground = ReturnType<typeof begin> & {
	desk: Desk;
	people: { owner: UserViewer; holder: StaffViewer; agent: StaffViewer; supervisor: StaffViewer };
	/** The owner is licensed for both. */
	products: [number, number];
	/** Somebody not activated yet, and somebody of the staff. */
	invited: number;
	colleague: number;
	/** Of the owner. */
	session: number;
};

export type Answered = Outcome<unknown, Refusal>;
type Reason = 'done' | Refusal['reason'];

/** What each is answered. Whoever is not named is not let in to the act at all, neither by its types nor by the gate. */
export type Row = {
	does(ground: Ground, viewer: Viewer): Promise<Answered>;
	answers: Partial<Record<Actor, Reason>>;
};

function byUsers(does: (ground: Ground, viewer: UserViewer) => Promise<Answered>, owner: Reason, others: Reason): Row {
	return {
		does: (ground, viewer) => (isStaff(viewer) ? nobody() : does(ground, viewer)),
		answers: { owner, stranger: others, unsighted: others },
	};
}

function byStaff(
	does: (ground: Ground, viewer: StaffViewer) => Promise<Answered>,
	holder: Reason,
	agent: Reason,
	supervisor = agent,
): Row {
	return {
		does: (ground, viewer) => (isStaff(viewer) ? does(ground, viewer) : nobody()),
		answers: { holder, agent, supervisor, administrator: supervisor },
	};
}

function byAdministrators(does: Row['does'], administrator: Reason = 'done'): Row {
	const others = Object.fromEntries(actors.map((actor) => [actor, 'administrators-only' as const]));
	return { does, answers: { ...others, administrator } };
}

/** What only staff can ask for by its types, and only administrators are granted. */
function byAdministratorsOfStaff(does: (ground: Ground, viewer: StaffViewer) => Promise<Answered>): Row {
	const row = byStaff(does, 'administrators-only', 'administrators-only');
	return { ...row, answers: { ...row.answers, administrator: 'done' } };
}

function byEverybody(does: Row['does'], owner: Reason, others: Reason): Row {
	return { does, answers: { ...Object.fromEntries(actors.map((actor) => [actor, others])), owner } };
}

const nobody = (): never => {
	throw new Error('The types let nobody else act.');
};

const person = { name: 'Nora', username: 'nora', email: 'nora@example.it', language: 'it' } as const;
const days = { from: '2026-12-14', to: '2026-12-14', reason: 'Inventario' };

/** A file of one customer. */
const customerFile = {
	name: 'clienti.csv',
	bytes: new TextEncoder().encode('Cliente;Persona;E-mail;Software\r\nNeri;;;\r\n'),
};

const inHand = ({ inHand, people }: Ground) => inHand(people.owner, people.holder);
const evaluating = ({ underEvaluation, people }: Ground) => underEvaluation(people.owner, people.holder);
const awaiting = ({ awaitingCustomer, people }: Ground) => awaitingCustomer(people.owner, people.holder);
const solved = ({ solved, people }: Ground) => solved(people.owner, people.holder);

/** Shared, which supervisors write; each under a shortcut of its own. */
const sharedReply = () => ({
	...{ name: 'Saluto', shortcut: crypto.randomUUID().slice(0, 8), language: 'it' as const, product: null },
	...{ text: 'Cordiali saluti', shared: true },
});

async function savedReplyOf({ desk, people }: Ground): Promise<number> {
	return granted(await createSavedReply(desk, people.supervisor, { ...key(), ...sharedReply() })).reply;
}

async function draftOf({ desk, people }: Ground): Promise<number> {
	const begun = { ...key(), draft: undefined, base: undefined, ticket: undefined, fields: { text: 'Bozza' } };
	return granted(await saveDraft(desk, people.owner, begun)).draft;
}

async function noteOf({ desk, people }: Ground): Promise<{ customer: number; note: number }> {
	const { customer } = people.owner;
	const { note } = granted(await noteCustomer(desk, people.holder, { ...key(), customer, text: 'Nota' }));
	return { customer, note };
}

/** By the file that has the act; each begins on a house of its own. */
export const everyAct: Readonly<Record<string, Row>> = {
	'open-ticket': byUsers(
		async (ground, user) =>
			openTicket(ground.desk, user, request(ground.products[0], { follows: await solved(ground) })),
		'done',
		'follows-nothing-resolved',
	),
	'reply-as-customer': byUsers(
		async (ground, user) => replyAsCustomer(ground.desk, user, saying(await awaiting(ground))),
		'done',
		'not-found',
	),
	'close-ticket': byUsers(
		async (ground, user) => closeTicket(ground.desk, user, on(await inHand(ground))),
		'done',
		'not-found',
	),
	'rate-ticket': byUsers(
		async (ground, user) => rateTicket(ground.desk, user, { ...on(await solved(ground)), score: 4, words: '' }),
		'done',
		'not-found',
	),
	'read-ticket': byUsers(
		async (ground, user) => readTicket(ground.desk, user, { ticket: await inHand(ground), message: 1, seq: 1 }),
		'done',
		'not-found',
	),
	'choose-notices': byUsers(({ desk }, user) => chooseNotices(desk, user, { ...key(), wanted: [] }), 'done', 'done'),
	'save-draft': byEverybody(
		async (ground, viewer) => {
			const saving = { ticket: undefined, fields: { text: 'Altro' }, base: 1 };
			return saveDraft(ground.desk, viewer, { ...key(), ...saving, draft: await draftOf(ground) });
		},
		'done',
		'draft-gone',
	),
	'add-draft-files': byEverybody(
		async (ground, viewer) =>
			addDraftFiles(ground.desk, viewer, { ...key(), draft: await draftOf(ground), files: [], most: 10 }),
		'done',
		'draft-gone',
	),
	'change-name': byEverybody(
		({ desk }, viewer) => changeName(desk, viewer, { ...key(), name: viewer.name }),
		'done',
		'done',
	),
	'ask-new-address': byEverybody(
		({ desk }, viewer) => askNewAddress(desk, viewer, { ...key(), email: `nuovo.${viewer.id}@example.it` }),
		'done',
		'done',
	),
	'end-sessions': byEverybody(
		({ desk, session }, viewer) => endSessions(desk, viewer, { ...key(), session }),
		'done',
		'unknown-session',
	),

	'take-next': byStaff(
		async (ground, agent) => {
			await inHand(ground);
			await ground.opened(ground.people.owner);
			return takeNext(ground.desk, agent, key());
		},
		'in-hand-limit',
		'done',
	),
	'go-on-duty': byStaff(({ desk }, agent) => goOnDuty(desk, agent, key()), 'done', 'done'),
	'go-off-duty': byStaff(({ desk }, agent) => goOffDuty(desk, agent, key()), 'done', 'done'),
	'take-off-duty': byStaff(
		({ desk, people }, agent) => takeOffDuty(desk, agent, { ...key(), agent: people.holder.id }),
		'supervisors-only',
		'supervisors-only',
		'done',
	),
	'add-note': byStaff(
		async (ground, agent) => addNote(ground.desk, agent, saying(await inHand(ground))),
		'done',
		'done',
	),
	'reply-to-customer': byStaff(
		async (ground, agent) => replyToCustomer(ground.desk, agent, saying(await inHand(ground))),
		'done',
		'not-in-hand',
	),
	evaluate: byStaff(
		async (ground, agent) => evaluate(ground.desk, agent, saying(await inHand(ground))),
		'done',
		'not-in-hand',
	),
	'await-customer': byStaff(
		async (ground, agent) => awaitCustomer(ground.desk, agent, asking(await inHand(ground))),
		'done',
		'not-in-hand',
	),
	resolve: byStaff(
		async (ground, agent) => resolve(ground.desk, agent, saying(await inHand(ground))),
		'done',
		'not-in-hand',
	),
	'move-lane': byStaff(
		async (ground, agent) => moveLane(ground.desk, agent, { ...saying(await inHand(ground)), lane: 'consultancy' }),
		'done',
		'not-in-hand',
	),
	'correct-product': byStaff(
		async (ground, agent) =>
			correctProduct(ground.desk, agent, { ...on(await inHand(ground)), product: ground.products[1] }),
		'done',
		'not-in-hand',
	),
	'hand-over': byStaff(
		async (ground, agent) => {
			const ticket = await inHand(ground);
			granted<unknown>(await goOnDuty(ground.desk, ground.people.supervisor, key()));
			return handOver(ground.desk, agent, { ...saying(ticket, ''), colleague: ground.people.supervisor.id });
		},
		'done',
		'not-in-hand',
	),
	'merge-ticket': byStaff(
		async (ground, agent) => {
			const ticket = await inHand(ground);
			return mergeTicket(ground.desk, agent, { ...on(ticket), other: await ground.opened(ground.people.owner) });
		},
		'done',
		'not-in-hand',
	),
	'put-back': byStaff(
		async (ground, agent) => putBack(ground.desk, agent, on(await inHand(ground))),
		'done',
		'not-in-hand',
		'done',
	),
	resume: byStaff(
		async (ground, agent) => resume(ground.desk, agent, on(await evaluating(ground))),
		'done',
		'not-your-hold',
	),
	'withdraw-request': byStaff(
		async (ground, agent) => withdrawRequest(ground.desk, agent, on(await awaiting(ground))),
		'done',
		'not-your-hold',
	),
	'note-customer': byStaff(
		({ desk, people }, agent) => noteCustomer(desk, agent, { ...key(), customer: people.owner.customer, text: 'Nota' }),
		'done',
		'done',
	),
	'remove-customer-note': byStaff(
		async (ground, agent) => removeCustomerNote(ground.desk, agent, { ...key(), ...(await noteOf(ground)) }),
		'done',
		'note-of-another',
		'done',
	),
	'create-saved-reply': byStaff(
		({ desk }, agent) => createSavedReply(desk, agent, { ...key(), ...sharedReply() }),
		'supervisors-share',
		'supervisors-share',
		'done',
	),
	'change-saved-reply': byStaff(
		async (ground, agent) => {
			const reply = await savedReplyOf(ground);
			return changeSavedReply(ground.desk, agent, { ...key(), ...sharedReply(), reply, version: 1 });
		},
		'supervisors-share',
		'supervisors-share',
		'done',
	),
	'remove-saved-reply': byStaff(
		async (ground, agent) => removeSavedReply(ground.desk, agent, { ...key(), reply: await savedReplyOf(ground) }),
		'supervisors-share',
		'supervisors-share',
		'done',
	),

	'add-closure-days': byAdministrators(({ desk }, viewer) => addClosureDays(desk, viewer, { ...key(), ...days })),
	'remove-closure-days': byAdministrators(({ desk }, viewer) =>
		removeClosureDays(desk, viewer, { ...key(), days: ['2026-12-14'] }),
	),
	'save-policy': byAdministrators(({ desk }, viewer) => {
		const settings = { ...typedFrom(defaultPolicy), holdDays: '6' };
		return savePolicy(desk, viewer, { ...key(), basedOn: 1, settings, note: 'Prova' });
	}),
	'change-organisation': byAdministrators(({ desk }, viewer) => {
		const changed = { name: 'Rilievi Srl', postalAddress: '', supportAddress: '', logo: '' };
		return changeOrganisation(desk, viewer, { ...key(), ...changed, basedOn: 1 });
	}),
	'resend-mail': byAdministrators(async ({ desk, people }, viewer) =>
		resendMail(desk, viewer, { ...key(), mail: await writeMail(desk, people.owner.id) }),
	),
	'create-product': byAdministrators(({ desk }, viewer) => createProduct(desk, viewer, { ...key(), name: 'Catasto' })),
	'rename-product': byAdministrators(({ desk, products }, viewer) =>
		renameProduct(desk, viewer, { ...key(), product: products[1], name: 'Mappa' }),
	),
	'create-customer': byAdministrators(({ desk }, viewer) =>
		createCustomer(desk, viewer, { ...key(), name: 'Studio Nuovo', colleaguesSeeTickets: true }),
	),
	'change-customer': byAdministrators(({ desk, people }, viewer) => {
		const changed = { customer: people.owner.customer, name: 'Arcadia', colleaguesSeeTickets: false };
		return changeCustomer(desk, viewer, { ...key(), ...changed });
	}),
	'set-licences': byAdministrators(({ desk, people, products }, viewer) =>
		setLicences(desk, viewer, { ...key(), customer: people.owner.customer, products }),
	),
	'create-user': byAdministrators(({ desk, people }, viewer) =>
		createUser(desk, viewer, { ...key(), ...person, customer: people.owner.customer }),
	),
	'create-staff': byAdministrators(({ desk }, viewer) =>
		createStaff(desk, viewer, { ...key(), ...person, username: 'olga', email: 'olga@example.it', role: 'agent' }),
	),
	'renew-activation': byAdministrators(({ desk, invited }, viewer) =>
		renewActivation(desk, viewer, { ...key(), account: invited }),
	),
	'issue-to-people': byAdministrators(({ desk, invited }, viewer) =>
		issueToPeople(desk, viewer, { ...key(), people: [invited] }),
	),
	'change-account': byAdministrators(({ desk, invited }, viewer) => {
		const changed = { ...person, username: 'pia', email: 'pia@example.it' };
		return changeAccount(desk, viewer, { ...key(), ...changed, account: invited });
	}),
	'set-coverage': byAdministrators(({ desk, colleague }, viewer) =>
		setCoverage(desk, viewer, { ...key(), account: colleague, products: null }),
	),
	'disable-account': byAdministrators(({ desk, colleague }, viewer) =>
		disableAccount(desk, viewer, { ...key(), account: colleague }),
	),
	'disable-users': byAdministrators(({ desk, people }, viewer) =>
		disableUsers(desk, viewer, { ...key(), customer: people.owner.customer }),
	),
	'preview-import': byAdministrators(({ desk }, viewer) => previewImport(desk, viewer, { ...key(), ...customerFile })),
	'confirm-import': byAdministrators(async ({ desk }, viewer) => {
		const previewed = await previewImport(desk, viewer, { ...key(), ...customerFile });
		return confirmImport(desk, viewer, { ...key(), import: previewed.ok ? previewed.value.import : 1 });
	}),
	'discard-import': byAdministrators(({ desk }, viewer) => discardImport(desk, viewer, { ...key(), import: 1 })),
	'export-customers': byAdministratorsOfStaff(({ desk }, viewer) => exportCustomers(desk, viewer)),
	'export-audit': byAdministratorsOfStaff(({ desk }, viewer) => exportAudit(desk, viewer, { filter: {}, asked: '' })),
	'require-second-factor': byAdministrators(({ desk }, viewer) =>
		requireSecondFactor(desk, viewer, { ...key(), required: false }),
	),
	'take-second-factor-away': byAdministrators(
		({ desk, colleague }, viewer) => takeSecondFactorAway(desk, viewer, { ...key(), account: colleague }),
		'no-second-factor',
	),
	'enable-account': byAdministrators(({ desk, colleague }, viewer) =>
		enableAccount(desk, viewer, { ...key(), account: colleague }),
	),
};

/** Acts of visitors, who have no role yet: what lets them in is a link, a password, or a session's token. */
export const ofVisitors = [
	'activate',
	'confirm-address',
	'stop-address',
	'ask-recovery',
	'recover',
	'set-up',
	'sign-in',
	'sign-out',
	'finish-sign-in',
];

/** Acts whose every answer is the same, whoever it is: each does something to what is one's own, or nothing at all. */
export const onOnesOwn = [
	...[
		'choose-preferences',
		'change-password',
		'confirm-identity',
		'discard-draft',
		'remove-draft-files',
		'begin-second-factor',
	],
	...['set-up-second-factor', 'remove-second-factor', 'renew-recovery-codes'],
];

/** Nobody's: done by the clock. */
export const byTheClock = [
	...[
		'carry-out-import',
		'carry-out-issuing',
		'prove',
		'record-lapses',
		'remind',
		'remind-activations',
		'sweep-audit-log',
		'sweep-expired',
	],
];

/** Parts of the acts above. */
export const parts = [
	...[
		'administer',
		'begin-new-address',
		'create-account',
		'issue-credentials',
		'in-batches',
		'leave-the-desk',
		'move-lapses',
	],
	...['on-account', 'on-ticket', 'queue-after-hold', 'take-draft', 'write-saved-reply'],
];
