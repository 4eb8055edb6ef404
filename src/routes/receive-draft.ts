import { randomUUID } from 'node:crypto';
import { type ActionFailure, fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { type DraftAct, type StoredDraft, sameFields } from '#lib/domain/drafts.ts';
import { refused } from '#lib/domain/outcome.ts';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { draftInSight, draftOnTicket } from '#lib/server/access/drafts.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { type DraftForm, draftForm } from '#lib/server/forms/draft-form.ts';
import { type FormRead, readForm, type Upload } from '#lib/server/forms/read-form.ts';
import { addDraftFiles, addWhatFits } from '#lib/server/use-cases/add-draft-files.ts';
import { removeDraftFiles } from '#lib/server/use-cases/remove-draft-files.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { type BroughtBack, judged, type Received } from './receive.ts';
import { fileLimits, uploadRules } from './uploads.ts';

type Refused = ActionFailure<BroughtBack>;
type Refusal = Parameters<Extract<Received<unknown>, { ok: true }>['refuse']>[0];

/** What goes with a form that is sent: files that came with it, and the draft whose files go too. */
export type SentWith = {
	files: Upload[];
	draft: number | undefined;
	draftVersion: number | undefined;
	seenFiles: string[];
	without: string[];
	most: number;
};

export type ReceivedDraft<Value> =
	| { ok: true; value: Value; sent: SentWith; refuse(refusal: Refusal): Promise<Refused> }
	| { ok: false; back: Refused };

/** On which ticket the form is written and for which act, if it is, and where its draft is found when it was only saved. */
type About = { ticket?: number; act?: DraftAct; savedAt: (draft: number) => string; asks?: Record<string, string> };

/**
 * Reads a form that may have a draft. Sent by the button that saves, it is saved; what cannot be accepted comes back to its
 * page, and its files wait in the draft, so that they need not be chosen again.
 */
export async function receiveDraft<Schema extends z.ZodType>(
	viewer: Viewer,
	{ request, locals }: { request: Request; locals: App.Locals },
	schema: Schema,
	{ ticket, act = 'reply', savedAt, asks }: About,
): Promise<ReceivedDraft<z.output<Schema>>> {
	const read = await readForm(request, uploadRules(locals.desk, viewer.id));
	const form = { ...draftForm(read.fields), ticket, act };
	const keeping = new Keeping(locals.desk, viewer, form, read);
	const received = judged(read, locals, schema, asks);
	if (form.wantsSaving && read.ok) {
		const saved = await keeping.save();
		if (saved.ok) redirect(303, savedAt(saved.draft));
		return { ok: false, back: await keeping.with(refusedSaving(read.fields, saved.refusal, locals)) };
	}
	if (!received.ok) return { ok: false, back: await keeping.with(received.back) };
	const refuse = async (refusal: Refusal) => {
		const isChanged = refusal.reason === 'draft-changed';
		return keeping.with(isChanged ? refusedSaving(read.fields, refusal, locals) : received.refuse(refusal));
	};
	const begun = form.draft === undefined ? await keeping.sameText() : undefined;
	const named = begun
		? { draft: begun.id, draftVersion: begun.version }
		: { draft: form.draft, draftVersion: form.base };
	const sent = {
		files: read.uploads,
		...named,
		seenFiles: form.seenFiles,
		without: form.takeOut,
		most: fileLimits().files,
	};
	return { ok: true, value: received.value, sent, refuse };
}

function refusedSaving(typed: BroughtBack['typed'], refusal: Refusal, { language }: App.Locals): Refused {
	const conflict = refusal.reason === 'draft-changed' ? refusal.stored : undefined;
	// Saved once more, it is meant to take the place of what the page shows now.
	const base = conflict && { draft: String(conflict.id), draftVersion: String(conflict.version) };
	// Saved once more, what stands in the form begins a draft of its own.
	const anew = refusal.reason === 'draft-gone' && { requestKey: randomUUID() };
	const says = say(refusal, wordsFor(language));
	const back = { typed: { ...typed, ...base, ...anew }, errors: {}, says, reason: refusal.reason, filesLost: false };
	return fail(409, { ...back, conflict });
}

/** What becomes of the draft of a form that was read. */
class Keeping {
	readonly #desk: App.Locals['desk'];
	readonly #viewer: Viewer;
	readonly #form: DraftForm;
	readonly #uploads: Upload[];
	/** Some of what was chosen was not even taken. */
	readonly #cut: boolean;

	constructor(desk: App.Locals['desk'], viewer: Viewer, form: DraftForm, read: FormRead) {
		this.#desk = desk;
		this.#viewer = viewer;
		this.#form = form;
		this.#uploads = read.uploads;
		this.#cut = !read.ok && !['file-too-large', 'too-many-files'].includes(read.refusal.reason);
	}

	/** Saves the text, and then the files. */
	async save(): Promise<{ ok: true; draft: number } | { ok: false; refusal: Refusal }> {
		const saved = await this.#saveText(this.#form.draft);
		if (!saved.ok) return saved;
		const empty = this.#uploads.find(({ size }) => size === 0);
		if (empty) return refused({ reason: 'empty-file', name: empty.name });
		const { draft } = saved.value;
		await this.#takeOut(draft);
		const requestKey = randomUUID();
		const files = this.#uploads;
		const filed = await addDraftFiles(this.#desk, this.#viewer, { requestKey, draft, files, most: fileLimits().files });
		return filed.ok ? { ok: true, draft } : filed;
	}

	/** What is sent may have been saved without its page having heard of it: sent as it is, it must not come back as a draft. */
	async sameText(): Promise<StoredDraft | undefined> {
		const { ticket, act, fields } = this.#form;
		if (ticket === undefined) return undefined;
		const stored = await draftOnTicket(this.#desk.db, this.#viewer, { ticket, act });
		return stored && stored.files.length === 0 && sameFields(stored.fields, fields) ? stored : undefined;
	}

	/** A refused form, its files put by. */
	async with({ status, data }: Refused): Promise<Refused> {
		const named = data.conflict?.id ?? (await this.#own())?.id;
		const { draft: _, draftVersion: base, draftFile: __, takeOut: ___, keepDraft: ____, ...typed } = data.typed;
		if (this.#uploads.length === 0 && this.#form.takeOut.length === 0 && named === undefined) {
			return fail(status, { ...data, typed, filesLost: this.#cut });
		}
		const id = named ?? (await this.#begun());
		if (id === undefined) return fail(status, { ...data, typed });
		await this.#takeOut(id);
		const files = this.#uploads.filter(({ size }) => size > 0);
		const adding = { draft: id, files, most: fileLimits().files };
		const isWhole = await addWhatFits(this.#desk, this.#viewer, adding);
		const filesLost = this.#cut || !isWhole || files.length < this.#uploads.length;
		const draft = await this.#stored(id);
		const isSaved = draft && sameFields(draft.fields, this.#form.fields);
		const about = { draft: String(id), draftVersion: isSaved ? String(draft.version) : (base ?? '') };
		return fail(status, { ...data, typed: { ...typed, ...about }, filesLost, draft });
	}

	async #begun(): Promise<number | undefined> {
		const begun = await this.#saveText(undefined);
		if (begun.ok) return begun.value.draft;
		return begun.refusal.reason === 'draft-changed' ? begun.refusal.stored.id : undefined;
	}

	#saveText(draft: number | undefined) {
		const { base, ticket, act, fields, requestKey = randomUUID() } = this.#form;
		return saveDraft(this.#desk, this.#viewer, { requestKey, draft, base, ticket, act, fields });
	}

	/** What was ticked, before anything is added. */
	async #takeOut(draft: number): Promise<void> {
		await removeDraftFiles(this.#desk, this.#viewer, { draft, files: this.#form.takeOut });
	}

	/** The draft that the form names, unless it is one written elsewhere or for another act. */
	async #own(): Promise<StoredDraft | undefined> {
		const named = await this.#stored(this.#form.draft);
		const { ticket, act } = this.#form;
		const isOwn = ticket === undefined || (named?.ticket === ticket && named.act === act);
		return isOwn ? named : undefined;
	}

	async #stored(id: number | undefined) {
		return id === undefined ? undefined : draftInSight(this.#desk.db, this.#viewer, id);
	}
}
