import { randomUUID } from 'node:crypto';
import { type ActionFailure, fail } from '@sveltejs/kit';
import type { z } from 'zod';
import type { StoredDraft } from '#lib/domain/drafts.ts';
import { problemWords } from '#lib/messages/problems.ts';
import { type Refusal, say } from '#lib/messages/say.ts';
import type { Words } from '#lib/messages/words.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { parseForm, typed } from '#lib/server/forms/parse-form.ts';
import { type Fields, type FormRead, readForm, type Upload } from '#lib/server/forms/read-form.ts';
import { type AskedProof, askedProof, type FormEvent, proofField, proofRefused } from './proof.ts';
import { uploadRules } from './uploads.ts';

/** A form that could not be accepted, as its page shows it again: filled in, with what is wrong in words. */
export type BroughtBack = {
	typed: Fields;
	errors: Record<string, string>;
	says: string | undefined;
	reason: Refusal['reason'] | 'problems';
	/** The form asks who sends it before it is carried out. */
	proof?: AskedProof | undefined;
	/** Browsers give no file back to a page: where they wait in no draft, they have to be chosen again. */
	filesLost: boolean;
	/** What of it waits on the server. */
	draft?: StoredDraft | undefined;
	/** What another window has saved meanwhile. */
	conflict?: StoredDraft | undefined;
};

export type Received<Value> =
	| { ok: true; value: Value; uploads: Upload[]; refuse(refusal: Refusal): ActionFailure<BroughtBack> }
	| { ok: false; back: ActionFailure<BroughtBack> };

/** Reads a form with its files; what cannot be accepted comes back to its page. `asks` says what a field wants, where there are better words for it. */
export async function receive<Schema extends z.ZodType>(
	event: FormEvent,
	schema: Schema,
	asks: Record<string, string> = {},
): Promise<Received<z.output<Schema>>> {
	const { request, locals } = event;
	const read = await readForm(request, uploadRules(locals.desk, locals.viewer?.id));
	const unproved = read.ok ? await proofRefused(event, read.fields) : undefined;
	const received = judged(read, locals, schema, asks);
	return unproved && received.ok ? { ok: false, back: received.refuse(unproved) } : received;
}

/** The same of a form that was read already. */
export function judged<Schema extends z.ZodType>(
	read: FormRead,
	{ language }: App.Locals,
	schema: Schema,
	asks: Record<string, string> = {},
): Received<z.output<Schema>> {
	const words = wordsFor(language);
	const filesLost = !read.ok || read.uploads.length > 0;
	const back = { typed: typed(read.fields), errors: {}, says: undefined, filesLost };
	const refuse = (refusal: Refusal) =>
		fail(statusOf(refusal), { ...freshKey(back, refusal), ...said(refusal, words), reason: refusal.reason });

	if (!read.ok) return { ok: false, back: refuse(read.refusal) };
	const parsed = parseForm(schema, read.fields);
	if (parsed.ok) return { ok: true, value: parsed.value, uploads: read.uploads, refuse };
	const errors = problemWords(parsed.problems, words, asks);
	return { ok: false, back: fail(400, { ...back, errors, reason: 'problems' }) };
}

/** A refusal stands above the form; where it is about the proof that was asked for, beside that. */
function said(refusal: Refusal, words: Words): Pick<BroughtBack, 'says' | 'errors' | 'proof'> {
	const proof = askedProof(refusal, words);
	const field = proofField(refusal);
	if (field) return { says: undefined, errors: { [field]: say(refusal, words) }, proof };
	return { says: say(refusal, words), errors: {}, proof };
}

/** A key that was used for other content is of no more use: the form gets a new one. */
function freshKey<Back extends { typed: Fields }>(back: Back, { reason }: Refusal): Back {
	return reason === 'request-key-reused' ? { ...back, typed: { ...back.typed, requestKey: randomUUID() } } : back;
}

const tooLarge = new Set<Refusal['reason']>([
	'file-too-large',
	'too-large-field',
	'too-large-form',
	'draft-too-long',
	'too-much-waits',
	'too-much-sent',
]);
const incomplete = new Set<Refusal['reason']>([
	...(['malformed', 'too-many-files', 'empty-file', 'empty-reply', 'no-message', 'nothing-missing'] as const),
]);

export function statusOf({ reason }: Refusal): number {
	if (tooLarge.has(reason)) return 413;
	if (reason === 'too-many-attempts') return 429;
	return incomplete.has(reason) ? 400 : 409;
}
