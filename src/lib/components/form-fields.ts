import type { DraftFields } from '#lib/domain/drafts.ts';

/** Fields that say something about the form and are no part of what is typed in it. */
const about = new Set([
	'requestKey',
	'seen',
	'draft',
	'draftVersion',
	'draftTicket',
	'draftAct',
	'draftFile',
	'takeOut',
]);

/** What is typed and ticked in a form. */
export function typedIn(form: HTMLFormElement): DraftFields {
	const fields: DraftFields = {};
	for (const [name, value] of new FormData(form)) {
		if (typeof value !== 'string' || about.has(name)) continue;
		const before = fields[name];
		const typed = value.replaceAll('\r\n', '\n');
		fields[name] = before === undefined ? typed : [before, typed].flat();
	}
	return fields;
}

/** Whether somebody has written something: what is only ticked, or was there from the beginning, is quickly done again. */
export function isWritten(form: HTMLFormElement): boolean {
	return [...form.elements].some(
		(field) => isText(field) && field.value.trim() !== '' && field.value !== field.defaultValue,
	);
}

function isText(field: Element): field is HTMLInputElement | HTMLTextAreaElement {
	if (field instanceof HTMLTextAreaElement) return true;
	return field instanceof HTMLInputElement && !['hidden', 'checkbox', 'radio', 'file'].includes(field.type);
}

/** What a form says of itself when other content was put into it: those that keep something of it in hidden fields listen. */
export const filled = 'filled';

/** Puts other content into a form, as if somebody had typed it. */
export function fill(form: HTMLFormElement, fields: DraftFields): void {
	for (const field of form.elements) {
		const isField =
			field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
		if (!isField || !field.name || about.has(field.name) || field.type === 'hidden' || field.type === 'file') continue;
		const values = [fields[field.name] ?? []].flat();
		if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
			if (field.checked === values.includes(field.value)) continue;
			field.checked = !field.checked;
		} else {
			if (field.value === (values[0] ?? '')) continue;
			field.value = values[0] ?? '';
		}
		field.dispatchEvent(new Event('input', { bubbles: true }));
		field.dispatchEvent(new Event('change', { bubbles: true }));
	}
	form.dispatchEvent(new CustomEvent<DraftFields>(filled, { detail: fields }));
}

/** A version 4 UUID; `crypto.randomUUID` is missing where a page was not loaded over https. */
export function newKey(): string {
	if (crypto.randomUUID) return crypto.randomUUID();
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const marked = Array.from(bytes, (byte, at) => {
		if (at === 6) return (byte & 0x0f) | 0x40;
		return at === 8 ? (byte & 0x3f) | 0x80 : byte;
	});
	const hex = marked.map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
