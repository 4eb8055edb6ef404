import { z } from 'zod';
import type { Fields } from './read-form.ts';

/** What is wrong with one field; the messages turn it into words beside the field. */
export type Problem =
	| { reason: 'required' }
	| { reason: 'too-long'; limit: number }
	| { reason: 'too-short'; limit: number }
	| { reason: 'invalid' };

/** By field name. */
export type Problems = Record<string, Problem>;

export type FormParsed<Value> = { ok: true; value: Value } | { ok: false; problems: Problems; typed: Fields };

/** The values of a form, or what is wrong with each field together with what was typed, ready for `fail`. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, fields: Fields): FormParsed<z.output<Schema>> {
	const parsed = schema.safeParse(fields);
	if (parsed.success) return { ok: true, value: parsed.data };
	return { ok: false, problems: problemsOf(parsed.error, fields), typed: typed(fields) };
}

/** What was typed, to fill the form in again: everything but passwords and codes, which are never sent back. */
export function typed(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => !/password|^proof/i.test(name)));
}

function problemsOf(error: z.ZodError, fields: Fields): Problems {
	const problems = new Map<string, Problem>();
	for (const issue of error.issues) {
		const field = String(issue.path[0]);
		if (!problems.has(field)) problems.set(field, problemOf(issue, fields[field]));
	}
	return Object.fromEntries(problems);
}

function problemOf(issue: z.core.$ZodIssue, sent: string | string[] | undefined): Problem {
	if (isEmpty(sent)) return { reason: 'required' };
	if (issue.code === 'too_big' && issue.origin === 'string')
		return { reason: 'too-long', limit: Number(issue.maximum) };
	if (issue.code === 'too_small' && issue.origin === 'string')
		return { reason: 'too-short', limit: Number(issue.minimum) };
	return { reason: 'invalid' };
}

function isEmpty(sent: string | string[] | undefined): boolean {
	return sent === undefined || (typeof sent === 'string' && sent.trim() === '');
}

/** A line of text that must be there; line breaks and runs of spaces become one space. */
export function text(limit: number) {
	return z.string().transform(oneLine).pipe(z.string().min(1).max(limit));
}

/** A line of text that may be left empty, or not sent at all. */
export function optionalText(limit: number) {
	return z.string().default('').transform(oneLine).pipe(z.string().max(limit));
}

/** Text of several lines that must be there; the first line keeps its indent, which Markdown reads. */
export function longText(limit: number) {
	return z.string().transform(withoutBlankEnds).pipe(z.string().min(1).max(limit));
}

/** The same, where there may be none. */
export function optionalLongText(limit: number) {
	return z.string().default('').transform(withoutBlankEnds).pipe(z.string().max(limit));
}

function oneLine(value: string): string {
	return value.replaceAll(/\s+/g, ' ').trim();
}

function withoutBlankEnds(value: string): string {
	return value.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}

/** The key of a row, as a link or a select carries it. */
export const key = z
	.string()
	.regex(/^[1-9]\d{0,8}$/)
	.transform(Number);

/** Checkboxes of one name, of which at least so many must be ticked. */
export function listOf<Item extends z.ZodType>(item: Item, least = 0) {
	return z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(item).min(least));
}

/** A checkbox by itself. */
export const ticked = z
	.string()
	.optional()
	.transform((sent) => sent !== undefined);

/** The hidden field every form that writes carries, so that sending it twice does it once. */
export const requestKey = z.uuid();
