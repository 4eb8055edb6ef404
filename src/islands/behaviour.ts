import { copyAll } from '#lib/components/copy-all.ts';
import { picturesOpen } from '#lib/components/picture-links.ts';
import { forgetUnsaved } from '#lib/components/unsaved.ts';
import { enhance } from './app/forms.ts';
import { readAgain } from './app/navigation.ts';
import { followInPlace, leadTo } from './in-place.ts';
import { whenShown } from './page.ts';
import { shown } from './shown.svelte.ts';

/** What the parts of a page do that never come alive; done once its forms are. */
export function attend(): Promise<void> {
	document.addEventListener('submit', ({ target }) => {
		if (target instanceof HTMLFormElement && target.matches('[action="/logout"]')) forgetUnsaved();
	});
	document.addEventListener('click', (event) => {
		const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
		if (pressed?.dataset.copied !== undefined) void copy(pressed);
		if (pressed?.dataset.print !== undefined) void print(pressed.dataset.print);
	});
	picturesOpen(document, async () => {
		await shown.learn(['common', 'conversation']);
		return () => shown.reading;
	});
	followInPlace();
	whenShown(attendForms);
	whenShown((answered) => answered && tellWrong(answered));
	tellWrong(document);
	findMessage();
	// Gone back to, a page is as it was left: its forms have keys that may have been used since.
	addEventListener('pageshow', ({ persisted }) => persisted && void readAgain());
	return attendForms();
}

function tellWrong(within: ParentNode): void {
	within.querySelector<HTMLElement>('.alert[role=alert]')?.focus();
}

const attended = new WeakSet<Element>();

/** Where their scripts cannot be loaded they are sent as without any. */
async function attendForms(): Promise<void> {
	// The forms of an error lead to what was asked for.
	if (shown.about.error) return;
	const forms = document.querySelectorAll<HTMLFormElement>('form[data-sent], form[action="/preferences"]');
	const anew = [...forms].filter((form) => !attended.has(form));
	await Promise.all(
		anew.map(async (form) => {
			attended.add(form);
			if (form.dataset.sent === undefined) return keepPage(form);
			try {
				const { attendForm } = await import('./static-form.svelte.ts');
				attendForm(form);
			} catch {
				attended.delete(form);
			}
		}),
	);
}

/** Another language or theme: the page stays, and what is typed in it. */
function keepPage(form: HTMLFormElement): void {
	const failed = form.parentElement?.querySelector<HTMLElement>(':scope > [role=alert]');
	enhance(form, () => {
		if (failed) failed.hidden = true;
		return async ({ result }) => {
			if (result.type === 'redirect') await readAgain();
			else if (failed) failed.hidden = false;
		};
	});
}

/** The block of code that stands before the button. */
async function copy(button: HTMLElement): Promise<void> {
	const said = button.querySelector('[aria-live]') ?? button;
	const before = said.textContent;
	if (before === button.dataset.copied) return;
	const block = button.previousElementSibling;
	if (!block || !(await copyAll(block))) return;
	said.textContent = button.dataset.copied ?? '';
	setTimeout(() => {
		said.textContent = before;
	}, 3_000);
}

/** With its whole conversation. */
async function print(what: string): Promise<void> {
	if (what === 'whole') await leadTo(new URL('?whole', location.href));
	window.print();
}

/** A message that is asked for by its address is shown, be it among those that a long conversation leaves out. */
function findMessage(): void {
	const { hash } = location;
	const isLeftOut = /^#message-\d+$/.test(hash) && !document.querySelector(hash);
	if (isLeftOut && document.querySelector('.gap')) location.replace(`?whole${hash}`);
}
