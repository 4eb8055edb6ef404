import { mount } from 'svelte';
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
	const sending = new Sending(() => key.value);
	const above = document.createElement('div');
	above.className = 'island';
	above.dataset.once = '';
	form.prepend(above);
	const props = { sending, written: form.dataset.sent !== 'nothing-written' };
	mount(Unsent, { target: above, props, context: readingAsContext(() => shown.reading) });
	enhance(form, sending.submit);
}
