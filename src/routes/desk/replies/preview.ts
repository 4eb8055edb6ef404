import { filled, knownVariables } from '#lib/domain/reply-variables.ts';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { renderMessage } from '#lib/server/markdown.ts';
import { judged } from '../../receive.ts';
import { staffOf } from '../reader.ts';
import { previewForm } from './forms.ts';

/** A saved reply as a customer would read it: sanitised HTML, and in words what is wrong with its variables. */
export type Preview = { html: string; wrong: string | undefined };

/** Reads what is typed in the form and fills it with an example, in the language of the text; what cannot be shown comes back as it was typed. */
export async function previewed({ request, locals }: { request: Request; locals: App.Locals }) {
	const viewer = staffOf(locals);
	const read = await readForm(request);
	const received = judged(read, locals, previewForm);
	if (!received.ok) return received.back;
	return { typed: read.fields, preview: previewOf(received.value, viewer.name, locals) };
}

export function previewOf(
	{ text, language }: { text: string; language: App.Locals['language'] },
	agent: string,
	locals: App.Locals,
): Preview {
	const example = { ...wordsFor(language).savedReplies.example, agent };
	const known = knownVariables(text, language);
	return {
		html: renderMessage(filled(text, example)),
		wrong: known.ok ? undefined : say(known.refusal, wordsFor(locals.language)),
	};
}
