import { randomUUID } from 'node:crypto';
import { bothTexts, type DraftAct, draftActs, type KeptLate } from '#lib/domain/drafts.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { type TicketInSight, ticketInSight } from '../access/tickets.ts';
import { isStaff, type Viewer } from '../access/viewer.ts';
import { formerViewerOf } from '../auth/sessions.ts';
import type { Desk } from '../desk.ts';
import { type DraftForm, draftForm } from '../forms/draft-form.ts';
import { readForm, type UploadRules } from '../forms/read-form.ts';
import { addWhatFits } from '../use-cases/add-draft-files.ts';
import { type SavingRefusal, saveDraft } from '../use-cases/save-draft.ts';

/** Which form was sent: the route it was sent to, the action in the address, and the ticket it names. */
type SentForm = { route: string | null; search: string; ticket: string | undefined };

/** What of it is kept: who writes such, the page it is found on, and, on a ticket, for which act. */
type Kind =
	| { staff: boolean; page: string; onTicket: false }
	| { staff: boolean; page: string; onTicket: true; act: DraftAct };

/** Whatever an agent writes is found where it was written: whether it is still to be done is decided by somebody who sees it. */
function kindOf({ route, search }: SentForm): Kind | undefined {
	const action = /^\?\/([a-z-]+)/.exec(search)?.[1] ?? '';
	if (route === '/(portal)/tickets/new') return { staff: false, page: '/tickets/new', onTicket: false };
	if (route === '/(portal)/tickets/[number]' && action === 'reply') {
		return { staff: false, page: '/tickets', onTicket: true, act: 'reply' };
	}
	const act = draftActs.find((known) => known === action);
	if (route !== '/desk/tickets/[number]' || !act) return undefined;
	return { staff: true, page: '/desk/tickets', onTicket: true, act };
}

/**
 * What was written while the session ended is kept as its author's draft; answers where it is found after signing in, and
 * where it is said what became of it. For a token that is of no session, or of one signed out, and for other forms, there is
 * nothing to keep and the form is not even read.
 */
export async function keepSentLate(
	desk: Desk,
	token: string,
	sent: SentForm,
	rulesOf: (account: number) => UploadRules,
	request: Request,
): Promise<string | undefined> {
	const kind = kindOf(sent);
	if (!kind) return undefined;
	const viewer = await formerViewerOf(desk, token);
	if (!viewer || isStaff(viewer) !== kind.staff) return undefined;
	const ticket = kind.onTicket ? await ticketOf(desk, viewer, sent.ticket) : undefined;
	if (kind.onTicket && ticket === undefined) return undefined;

	const rules = rulesOf(viewer.id);
	const form = await readForm(request, rules);
	const act = kind.onTicket ? kind.act : 'reply';
	const kept = await keep(desk, viewer, ofKind(kind, { ...draftForm(form.fields), ticket: ticket?.number, act }));
	const page = kind.onTicket ? `${kind.page}/${ticket?.number}?` : `${kind.page}?`;
	const part = kind.staff ? `act-${act}` : 'done';
	const at = (told: KeptLate, draft = '') => `${page}${draft}kept=${told}#${part}`;
	if (!kept.ok) return at(kept.refusal.reason === 'too-many-drafts' ? 'no-room' : 'too-long');
	const { value: draft } = kept;
	const files = form.uploads.filter(({ size }) => size > 0);
	const isWhole = await addWhatFits(desk, viewer, { draft, files, most: rules.maxFiles });
	const told = form.ok && isWhole && files.length === form.uploads.length ? 'whole' : 'without-files';
	return at(told, kind.onTicket ? '' : `draft=${draft}&`);
}

/** The key that came with an act of the desk may be one of another act's form. */
function ofKind({ staff }: Kind, form: DraftForm): DraftForm {
	return staff ? { ...form, requestKey: undefined } : form;
}

async function ticketOf(desk: Desk, viewer: Viewer, sent: string | undefined): Promise<TicketInSight | undefined> {
	const number = /^[1-9]\d{0,8}$/.test(sent ?? '') ? Number(sent) : 0;
	return ticketInSight(desk.db, viewer, number);
}

/** Nobody is there to be asked: what another window has saved meanwhile stays, with this below it. */
async function keep(desk: Desk, viewer: Viewer, form: DraftForm): Promise<Outcome<number, SavingRefusal>> {
	const { draft, base, ticket, act, fields, requestKey = randomUUID() } = form;
	const saved = await saveDraft(desk, viewer, { requestKey, draft, base, ticket, act, fields, late: true });
	if (saved.ok) return done(saved.value.draft);
	// Under a key of its own: that of the form may be the one by which the draft was begun that is gone.
	const anew = { ...form, draft: undefined, requestKey: undefined };
	if (saved.refusal.reason === 'draft-gone') return keep(desk, viewer, anew);
	if (saved.refusal.reason !== 'draft-changed') return refused(saved.refusal);
	const { stored } = saved.refusal;
	return keep(desk, viewer, {
		...form,
		draft: stored.id,
		base: stored.version,
		fields: bothTexts(stored.fields, fields),
	});
}
