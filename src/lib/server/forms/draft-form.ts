import { z } from 'zod';
import { type DraftAct, type DraftFields, draftActs } from '#lib/domain/drafts.ts';
import { key, listOf } from './parse-form.ts';
import type { Fields } from './read-form.ts';

const one = key.optional().catch(undefined);

/** What a form says of its draft, beside what is typed in it. What is no key of a draft is none. */
const aboutDraft = z.object({
	requestKey: z.uuid().optional().catch(undefined),
	draft: one,
	draftVersion: one,
	draftTicket: one,
	/** For which act on that ticket. */
	draftAct: z.enum(draftActs).optional().catch(undefined),
	/** What pages made by the version before say of a note's; a note is never taken for a reply. */
	draftNote: one,
	/** Marks of what the same window has sent before. */
	draftOwn: listOf(z.string().max(60)).catch([]),
	/** How far the ticket was shown. */
	seen: z.string().optional().catch(undefined),
	/** Files of the draft that the form shows. */
	draftFile: listOf(z.uuid()).catch([]),
	/** Of these, which are not wanted any more. */
	takeOut: listOf(z.uuid()).catch([]),
	/** Sent by the button that saves the draft, not by the one that sends. */
	keepDraft: z
		.string()
		.optional()
		.transform((pressed) => pressed !== undefined),
});

export type DraftForm = {
	requestKey: string | undefined;
	draft: number | undefined;
	base: number | undefined;
	own: string[];
	seenFiles: string[];
	ticket: number | undefined;
	act: DraftAct;
	takeOut: string[];
	wantsSaving: boolean;
	fields: DraftFields;
};

export function draftForm(sent: Fields): DraftForm {
	const about = aboutDraft.parse(sent);
	const { requestKey, draft, draftVersion: base, draftOwn: own, draftFile: seenFiles } = about;
	const { draftTicket: ticket, draftNote, takeOut, keepDraft } = about;
	const { draftAct: act = draftNote === undefined ? 'reply' : 'note' } = about;
	const fields = Object.fromEntries(Object.entries(sent).filter(([name]) => !(name in aboutDraft.shape)));
	return {
		requestKey,
		draft,
		base,
		own,
		seenFiles,
		ticket,
		act,
		takeOut,
		wantsSaving: keepDraft,
		fields,
	};
}
