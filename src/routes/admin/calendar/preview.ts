import { problemWords } from '#lib/messages/problems.ts';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { parseForm } from '#lib/server/forms/parse-form.ts';
import { type ClosurePreview, closurePreview } from '#lib/server/queries/closure-preview.ts';
import { fieldOf } from '../carry-out.ts';
import { closureDaysForm } from '../forms.ts';

/** A closure as it is asked for in the page's address: what it would change, or what is wrong with it in words. */
export type Asked = {
	typed: Partial<Record<string, string | string[]>>;
	errors: Record<string, string>;
	says?: string;
	/** As it would be saved: days YYYY-MM-DD. */
	would?: ClosurePreview & { from: string; to: string; reason: string };
};

/** What the address asks to see before it is saved; nothing when it asks for nothing. Writes nothing. */
export async function previewIn(locals: App.Locals, parameters: URLSearchParams): Promise<Asked | undefined> {
	const fields = ['from', 'to', 'reason'];
	if (!fields.some((name) => parameters.has(name))) return undefined;
	const typed = Object.fromEntries(fields.map((name) => [name, parameters.get(name) ?? '']));
	const words = wordsFor(locals.language);
	const parsed = parseForm(closureDaysForm, typed);
	if (!parsed.ok) return { typed, errors: problemWords(parsed.problems, words) };

	const preview = await closurePreview(locals.reading, parsed.value);
	if (preview.ok) return { typed, errors: {}, would: { ...preview.value, ...parsed.value } };
	const field = fieldOf(preview.refusal);
	const says = say(preview.refusal, words);
	return field ? { typed, errors: { [field]: says } } : { typed, errors: {}, says };
}
