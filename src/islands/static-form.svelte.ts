import { mount } from 'svelte';
import CharactersLeft from '#lib/components/CharactersLeft.svelte';
import { Sending } from '#lib/components/sending.svelte.ts';
import Unsent from '#lib/components/Unsent.svelte';
import { readingAsContext } from '#lib/messages/context.ts';
import { enhance } from './app/forms.ts';
import { shown } from './shown.svelte.ts';

/** A form that does not come alive is sent like one that does: it is left only when it was accepted. */
export async function attendForm(form: HTMLFormElement): Promise<void> {
	const key = form.elements.namedItem('requestKey');
	if (!(key instanceof HTMLInputElement)) return;
	await shown.learn(['common']);
	const context = readingAsContext(() => shown.reading);
	const sending = new Sending(() => key.value);
	const above = document.createElement('div');
	above.className = 'island';
	above.dataset.once = '';
	form.prepend(above);
	mount(Unsent, { target: above, props: { sending, written: form.dataset.sent !== 'nothing-written' }, context });
	for (const place of form.querySelectorAll<HTMLElement>('[data-limit]')) count(place, form, context);
	enhance(form, sending.submit);
}

/** Tells below a field how much more it takes while it is written in. */
function count(place: HTMLElement, form: HTMLFormElement, context: ReturnType<typeof readingAsContext>): void {
	const field = place.previousElementSibling;
	if (!(field instanceof HTMLTextAreaElement)) return;
	const limit = Number(place.dataset.limit);
	const props = $state({ limit, left: limit - field.value.length });
	const tell = () => {
		props.left = limit - field.value.length;
	};
	form.addEventListener('input', tell);
	// Its fields are empty only afterwards.
	form.addEventListener('reset', () => setTimeout(tell));
	place.dataset.held = '';
	place.replaceChildren();
	mount(CharactersLeft, { target: place, props, context });
}
