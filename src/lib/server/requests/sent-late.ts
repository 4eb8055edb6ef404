import { randomUUID } from 'node:crypto';
import { bothTexts, type KeptLate } from '#lib/domain/drafts.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { ticketInSight } from '../access/tickets.ts';
import type { Viewer } from '../access/viewer.ts';
import { formerViewerOf } from '../auth/sessions.ts';
import type { Desk } from '../desk.ts';
import { type DraftForm, draftForm } from '../forms/draft-form.ts';
import { readForm, type UploadRules } from '../forms/read-form.ts';
import { addWhatFits } from '../use-cases/add-draft-files.ts';
import { type SavingRefusal, saveDraft } from '../use-cases/save-draft.ts';

/** Which form was sent: the route it was sent to, the action in the address, and the ticket it names. */
type SentForm = { route: string | null; search: string; ticket: string | undefined };

/**
 * A request or a reply that was written while the session ended is kept as its author's draft; answers where it is found
 * after signing in, and where it is said what became of it. For a token that is of no session, or of one signed out,
 * and for other forms, there is nothing to keep and the form is not even read.
 */
export async function keepSentLate(
	desk: Desk,
	token: string,
	sent: SentForm,
	rulesOf: (account: number) => UploadRules,
	request: Request,
): Promise<string | undefined> {
	const isReply = sent.route === '/(portal)/tickets/[number]' && sent.search.startsWith('?/reply');
	if (!isReply && sent.route !== '/(portal)/tickets/new') return undefined;
	const viewer = await formerViewerOf(desk, token);
	if (viewer?.role !== 'user') return undefined;
	const number = isReply ? await ticketOf(desk, viewer, sent.ticket) : undefined;
	if (isReply && number === undefined) return undefined;

	const rules = rulesOf(viewer.id);
	const form = await readForm(request, rules);
	const kept = await keep(desk, viewer, { ...draftForm(form.fields), ticket: number });
	const page = isReply ? `/tickets/${number}?` : '/tickets/new?';
	const at = (told: KeptLate, draft = '') => `${page}${draft}kept=${told}#done`;
	if (!kept.ok) return at(kept.refusal.reason === 'too-many-drafts' ? 'no-room' : 'too-long');
	const { value: draft } = kept;
	const files = form.uploads.filter(({ size }) => size > 0);
	const isWhole = await addWhatFits(desk, viewer, { draft, files, most: rules.maxFiles });
	const told = form.ok && isWhole && files.length === form.uploads.length ? 'whole' : 'without-files';
	return at(told, isReply ? '' : `draft=${draft}&`);
}

async function ticketOf(desk: Desk, viewer: Viewer, sent: string | undefined): Promise<number | undefined> {
	const number = /^[1-9]\d{0,8}$/.test(sent ?? '') ? Number(sent) : 0;
	return (await ticketInSight(desk.db, viewer, number))?.number;
}

/** Nobody is there to be asked: what another window has saved meanwhile stays, with this below it. */
async function keep(desk: Desk, viewer: Viewer, form: DraftForm): Promise<Outcome<number, SavingRefusal>> {
	const { draft, base, ticket, fields, requestKey = randomUUID() } = form;
	const saved = await saveDraft(desk, viewer, { requestKey, draft, base, ticket, fields, late: true });
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
