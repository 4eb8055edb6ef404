import { randomUUID } from 'node:crypto';
import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { draftActs } from '#lib/domain/drafts.ts';
import { type Refusal, say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { draftFileInSight, draftInSight, draftOnTicket } from '#lib/server/access/drafts.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { draftForm } from '#lib/server/forms/draft-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { addDraftFiles } from '#lib/server/use-cases/add-draft-files.ts';
import { removeDraftFiles } from '#lib/server/use-cases/remove-draft-files.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { statusOf } from './receive.ts';
import { answerFile } from './stored-file.ts';
import { fileLimits, uploadRules } from './uploads.ts';

/** A request of a page's scripts about drafts. */
type Asked = { request: Request; url: URL; params: { draft?: string; file?: string }; locals: App.Locals };

/** What is refused of a draft; `stored` is what another window has saved. */
function refusal(refusal: Refusal, { language }: App.Locals): Response {
	const stored = refusal.reason === 'draft-changed' ? refusal.stored : undefined;
	const gone = refusal.reason === 'draft-gone' || refusal.reason === 'not-found';
	const status = gone ? 404 : statusOf(refusal);
	return json({ reason: refusal.reason, says: say(refusal, wordsFor(language)), stored }, { status });
}

/** The key of a draft as an address has it; 0, which none has, for anything else. */
export function draftKey(part: string | null = ''): number {
	return part && /^[1-9]\d{0,8}$/.test(part) ? Number(part) : 0;
}

const uuid = z.uuid().optional().catch(undefined);

/** The reader's draft on a ticket for one act, or null: a page that is shown again asks what another device has saved. */
export async function readersDraft(viewer: Viewer, { url, locals }: Asked): Promise<Response> {
	const named = draftActs.find((act) => act === url.searchParams.get('act'));
	// Pages made by the version before ask for a note so.
	const act = named ?? (url.searchParams.has('note') ? 'note' : 'reply');
	const about = { ticket: draftKey(url.searchParams.get('ticket')), act };
	return json((await draftOnTicket(locals.desk.db, viewer, about)) ?? null);
}

/** Saves what a form holds, as it is typed. */
export async function keepDraft(viewer: Viewer, { request, locals }: Asked): Promise<Response> {
	const read = await readForm(request);
	if (!read.ok) return refusal(read.refusal, locals);
	const { requestKey = randomUUID(), draft, base, own, ticket, act, fields } = draftForm(read.fields);
	const outcome = await saveDraft(locals.desk, viewer, { requestKey, draft, base, own, ticket, act, fields });
	return outcome.ok ? json(outcome.value) : refusal(outcome.refusal, locals);
}

/** A draft of the reader's as it is stored now. */
export async function oneDraft(viewer: Viewer, { params, locals }: Asked): Promise<Response> {
	const draft = await draftInSight(locals.desk.db, viewer, draftKey(params.draft));
	return draft ? json(draft) : refusal({ reason: 'draft-gone' }, locals);
}

/** Takes a file for a draft as it streams in; sent again under its key, it is there once. */
export async function keepDraftFile(viewer: Viewer, { params, request, locals }: Asked): Promise<Response> {
	const draft = draftKey(params.draft);
	// Asked first, so that nothing is stored that could not be kept.
	if (!(await draftInSight(locals.desk.db, viewer, draft))) return refusal({ reason: 'draft-gone' }, locals);
	const read = await readForm(request, uploadRules(locals.desk, viewer.id));
	if (!read.ok) return refusal(read.refusal, locals);
	const { requestKey = randomUUID() } = draftForm(read.fields);
	const adding = { requestKey, draft, files: read.uploads, most: fileLimits().files };
	const outcome = await addDraftFiles(locals.desk, viewer, adding);
	return outcome.ok ? json(outcome.value) : refusal(outcome.refusal, locals);
}

/** A file that waits in a draft, for whoever put it there. */
export async function draftFile(viewer: Viewer, { params, request, locals }: Asked): Promise<Response> {
	const { desk } = locals;
	const id = uuid.parse(params.file);
	const file = id && (await draftFileInSight(desk.db, viewer, draftKey(params.draft), id));
	return file ? answerFile(desk, file, request) : error(404);
}

export async function takeDraftFileOut(viewer: Viewer, { params, locals }: Asked): Promise<Response> {
	const id = uuid.parse(params.file);
	if (id) await removeDraftFiles(locals.desk, viewer, { draft: draftKey(params.draft), files: [id] });
	return new Response(null, { status: 204 });
}
