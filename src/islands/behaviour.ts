import { forgetUnsaved } from '#lib/components/unsaved.ts';
import { enhance } from './app/forms.ts';
import { refreshAll } from './app/navigation.ts';
import { followInPlace } from './in-place.ts';
import { whenShown } from './page.ts';
import { openPicture } from './picture-viewer.ts';

/** What the parts of a page do that never come alive. */
export function attend(): void {
	document.addEventListener('submit', ({ target }) => {
		if (target instanceof HTMLFormElement && target.matches('[action="/logout"]')) forgetUnsaved();
	});
	document.addEventListener('click', (event) => {
		openPicture(event);
		const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
		if (pressed?.dataset.copied !== undefined) void copy(pressed);
		if (pressed?.dataset.print !== undefined) void print(pressed.dataset.print);
	});
	followInPlace();
	attendForms();
	whenShown(attendForms);
	whenShown((answered) => answered && tellWrong(answered));
	tellWrong(document);
	findMessage();
}

function tellWrong(within: ParentNode): void {
	within.querySelector<HTMLElement>('.alert[role=alert]')?.focus();
}

const attended = new WeakSet<Element>();

function attendForms(): void {
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent], form[action="/preferences"]')) {
		if (attended.has(form)) continue;
		attended.add(form);
		if (form.dataset.sent === undefined) keepPage(form);
		else void import('./static-form.ts').then(({ attendForm }) => attendForm(form));
	}
}

/** Another language or theme: the page stays, and what is typed in it. */
function keepPage(form: HTMLFormElement): void {
	const failed = form.parentElement?.querySelector<HTMLElement>(':scope > [role=alert]');
	enhance(form, () => {
		if (failed) failed.hidden = true;
		return async ({ result }) => {
			if (result.type === 'redirect') await refreshAll();
			else if (failed) failed.hidden = false;
		};
	});
}

/** The block of code that stands before the button. */
async function copy(button: HTMLElement): Promise<void> {
	const said = button.querySelector('[aria-live]') ?? button;
	const before = said.textContent;
	if (before === button.dataset.copied) return;
	await navigator.clipboard.writeText(button.previousElementSibling?.textContent.trim() ?? '');
	said.textContent = button.dataset.copied ?? '';
	setTimeout(() => {
		said.textContent = before;
	}, 3_000);
}

/** With its whole conversation. */
async function print(what: string): Promise<void> {
	if (what === 'whole') {
		history.pushState(null, '', '?whole');
		await refreshAll();
	}
	window.print();
}

/** A message that is asked for by its address is shown, be it among those that a long conversation leaves out. */
function findMessage(): void {
	const { hash } = location;
	const isLeftOut = /^#message-\d+$/.test(hash) && !document.querySelector(hash);
	if (isLeftOut && document.querySelector('.gap')) location.replace(`?whole${hash}`);
}
