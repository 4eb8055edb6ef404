import type { ActionResult, SubmitFunction } from '$app/forms';
import { go, show } from '../page.ts';
import { aboutIn } from '../shown.svelte.ts';

type Follow = Exclude<Awaited<ReturnType<SubmitFunction>>, void>;
type Answer = Pick<Parameters<Follow>[0], 'result' | 'update'>;

/**
 * Sends a form without leaving its page, as SvelteKit's `enhance` does. An act that was accepted leads on to its page; of one
 * that was refused the answer is the page itself, with the form as it came back.
 */
export function enhance(form: HTMLFormElement, submit: SubmitFunction): { destroy(): void } {
	const send = async (event: SubmitEvent) => {
		event.preventDefault();
		const { submitter } = event;
		const formData = new FormData(form, submitter);
		const action = new URL(form.getAttribute('action') ?? '', location.href);
		const controller = new AbortController();
		let isCancelled = false;
		const cancel = () => {
			isCancelled = true;
		};
		const follow = await submit({ action, formData, formElement: form, controller, submitter, cancel });
		if (isCancelled) return;
		const answer = await post(action, formData, form);
		if (follow) await follow({ action, formData, formElement: form, ...answer });
		else await answer.update();
	};
	form.addEventListener('submit', send);
	return { destroy: () => form.removeEventListener('submit', send) };
}

async function post(action: URL, formData: FormData, form: HTMLFormElement): Promise<Answer> {
	const headers = { accept: 'text/html', 'x-sveltekit-action': 'true' };
	const body = form.enctype === 'multipart/form-data' ? formData : asText(formData);
	try {
		const response = await fetch(action, { method: 'POST', headers, body });
		const to = response.headers.get('x-location');
		if (to !== null) return answered({ type: 'redirect', status: 303, location: to }, () => go(to));
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		const about = aboutIn(page);
		// Without a word of ours it comes from what stands between us and the browser.
		if (!about) return answered({ type: 'error', error: { status: response.status, message: '' } });
		if (about.error) return answered({ type: 'error', error: about.error });
		const refused = {
			type: 'failure',
			status: response.status,
			data: { ...about.form },
			location: location.href,
		} as const;
		return answered(refused, () => {
			if (action.pathname === location.pathname) return show(page, form);
			// It belongs to another page, which is shown by sending it once more.
			form.submit();
			return new Promise(() => {});
		});
	} catch (cause) {
		return answered({ type: 'error', error: { status: 0, message: String(cause) } });
	}
}

function answered(result: ActionResult, update: () => void | Promise<void> = () => {}): Answer {
	return { result, update: async () => update() };
}

function asText(formData: FormData): URLSearchParams {
	return new URLSearchParams([...formData].map(([name, value]) => [name, String(value)]));
}
