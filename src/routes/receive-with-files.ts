import { randomUUID } from 'node:crypto';
import { type ActionFailure, fail } from '@sveltejs/kit';
import type { z } from 'zod';
import type { StoredDraft } from '#lib/domain/drafts.ts';
import { draftInSight } from '#lib/server/access/drafts.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { draftForm } from '#lib/server/forms/draft-form.ts';
import { readForm, type Upload } from '#lib/server/forms/read-form.ts';
import { addWhatFits } from '#lib/server/use-cases/add-draft-files.ts';
import { removeDraftFiles } from '#lib/server/use-cases/remove-draft-files.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { type BroughtBack, judged } from './receive.ts';
import type { ReceivedDraft } from './receive-draft.ts';
import { fileLimits, uploadRules } from './uploads.ts';

type Refused = ActionFailure<BroughtBack>;
type About = { ticket: number; asks?: Record<string, string> };

/**
 * Reads the form of an act whose text is in no draft. What cannot be accepted comes back to its page with its text, and its files
 * wait in the agent's draft of a reply on that ticket, whose text stays as it is. The form names those that are its own.
 */
export async function receiveWithFiles<Schema extends z.ZodType>(
	viewer: StaffViewer,
	{ request, locals }: { request: Request; locals: App.Locals },
	schema: Schema,
	{ ticket, asks }: About,
): Promise<ReceivedDraft<z.output<Schema>>> {
	const read = await readForm(request, uploadRules(locals.desk, viewer.id));
	const { draft, seenFiles, takeOut } = draftForm(read.fields);
	const waiting = new Waiting(locals.desk, viewer, { ticket, draft, seenFiles, takeOut, uploads: read.uploads });
	const isCut = !read.ok && !['file-too-large', 'too-many-files'].includes(read.refusal.reason);
	const received = judged(read, locals, schema, asks);
	if (!received.ok) return { ok: false, back: await waiting.with(received.back, isCut) };
	const sent = { files: read.uploads, draft, draftVersion: undefined, seenFiles, without: takeOut };
	return {
		ok: true,
		value: received.value,
		sent: { ...sent, most: fileLimits().files },
		refuse: async (refusal) => waiting.with(received.refuse(refusal), isCut),
	};
}

type Sent = { ticket: number; draft: number | undefined; seenFiles: string[]; takeOut: string[]; uploads: Upload[] };

/** The files of a form that comes back. */
class Waiting {
	readonly #desk: App.Locals['desk'];
	readonly #viewer: StaffViewer;
	readonly #sent: Sent;

	constructor(desk: App.Locals['desk'], viewer: StaffViewer, sent: Sent) {
		this.#desk = desk;
		this.#viewer = viewer;
		this.#sent = sent;
	}

	/** The refused form, its files put by; `isCut`: some were not even taken. */
	async with({ status, data }: Refused, isCut: boolean): Promise<Refused> {
		const { draft: _, draftFile: __, takeOut: ___, ...typed } = data.typed;
		const { uploads, takeOut, seenFiles } = this.#sent;
		const before = await this.#found(uploads.length > 0);
		if (!before) return fail(status, { ...data, typed, filesLost: isCut || uploads.length > 0 });
		const { id } = before;
		const files = uploads.filter(({ size }) => size > 0);
		await removeDraftFiles(this.#desk, this.#viewer, { draft: id, files: takeOut });
		const isWhole = await addWhatFits(this.#desk, this.#viewer, { draft: id, files, most: fileLimits().files });
		const filesLost = isCut || !isWhole || files.length < uploads.length;
		const others = before.files.filter((file) => !seenFiles.includes(file.id) && !isAmong(files, file));
		const stored = await draftInSight(this.#desk.db, this.#viewer, id);
		const own = stored?.files.filter((file) => others.every((other) => other.id !== file.id)) ?? [];
		return fail(status, {
			...data,
			typed,
			filesLost,
			draft: stored && own.length > 0 ? { ...stored, files: own } : undefined,
		});
	}

	/** The draft that the form names, or else the agent's on that ticket, begun where files need one. */
	async #found(isNeeded: boolean): Promise<StoredDraft | undefined> {
		const { draft, ticket } = this.#sent;
		const named = draft === undefined ? undefined : await this.#stored(draft);
		if (named || !isNeeded) return named;
		const about = { requestKey: randomUUID(), draft: undefined, base: undefined, ticket, fields: {} };
		const begun = await saveDraft(this.#desk, this.#viewer, about);
		if (begun.ok) return this.#stored(begun.value.draft);
		return begun.refusal.reason === 'draft-changed' ? begun.refusal.stored : undefined;
	}

	async #stored(id: number): Promise<StoredDraft | undefined> {
		return draftInSight(this.#desk.db, this.#viewer, id);
	}
}

/** A file that waits already is there once; it is this form's too. */
function isAmong(uploads: readonly Upload[], { name, size }: { name: string; size: number }): boolean {
	return uploads.some((upload) => upload.name === name && upload.size === size);
}
