import { SvelteSet } from 'svelte/reactivity';
import type { ActionResult, SubmitFunction } from '$app/forms';
import { refreshAll } from '$app/navigation';
import type { Draft } from './draft.svelte.ts';

type Answer = Parameters<Exclude<Awaited<ReturnType<SubmitFunction>>, void>>[0];

/** Why a form that was sent is still to be sent, though nothing is wrong with what it holds. */
export type Unsent =
	| { because: 'no-answer' | 'offline' | 'signed-out' | 'files' | 'conflict' }
	| { because: 'failed'; message: string; reference: string };

/** Keys under which a form was accepted: the forms of a page share one until it is read anew. Only a browser adds to it. */
const spent = new SvelteSet<string>();

/**
 * A form as it is sent with JavaScript: `use:enhance={sending.submit}`. The page it stands on is left only when the form was
 * accepted. Whatever else happens, the form stays with all that was typed and with its request key, so that sending it
 * again after a lost answer does once what it asks for.
 */
export class Sending {
	underWay = $state(false);
	unsent = $state.raw<Unsent>();
	/** It was answered without a new page: the files that were chosen are in it still. */
	stayed = $state(false);
	#key = $state('');
	/** It was sent under its key, and may have been accepted. */
	#unanswered = $state(false);
	readonly #offered: () => string;
	readonly #draft: Draft | undefined;

	/** `offered`: the key the page has for the form, another each time the page is read. `draft`: the form's, if it has one. */
	constructor(offered: () => string, draft?: Draft) {
		this.#offered = offered;
		this.#draft = draft;
		this.#key = offered();
	}

	/**
	 * The request key: the same until the form was answered, whatever other forms of the page do meanwhile. Only one that was
	 * never sent gives up a key under which another was accepted, which may have been of the same act, for the page's newest.
	 */
	get key(): string {
		return !this.#unanswered && spent.has(this.#key) ? this.#offered() : this.#key;
	}

	readonly submit: SubmitFunction = async ({ formData, cancel }) => {
		// Pressed again while it waits for its files, or for its answer.
		if (this.#draft && this.underWay) return cancel();
		this.underWay = true;
		this.unsent = undefined;
		const because = await this.#draft?.ready(formData);
		if (because) {
			this.unsent = { because };
			this.underWay = false;
			return cancel();
		}
		this.#key = this.key;
		this.#unanswered = true;
		return async (answer) => {
			this.unsent = whyUnsent(answer.result);
			if (!this.unsent) await this.#follow(answer);
			else if (this.unsent.because === 'signed-out') this.#draft?.stays();
			this.underWay = false;
			this.stayed = true;
		};
	};

	/** Accepted, the form is empty again; refused, the page shows how things stand now. */
	async #follow({ result, formElement, update }: Answer): Promise<void> {
		await update({ reset: false });
		if (result.type === 'failure') {
			this.#draft?.stays(result.data);
			await refreshAll();
		} else {
			this.#draft?.sent();
			formElement.reset();
			spent.add(this.#key);
		}
		this.#key = this.#offered();
		this.#unanswered = false;
	}
}

function whyUnsent(result: ActionResult): Unsent | undefined {
	if (result.type === 'redirect' && leadsToSignIn(result.location)) return { because: 'signed-out' };
	if (result.type !== 'error') return undefined;
	const { message, reference } = result.error;
	if (reference) return { because: 'failed', message, reference };
	return { because: navigator.onLine ? 'no-answer' : 'offline' };
}

function leadsToSignIn(location: string): boolean {
	return new URL(location, window.location.href).pathname === '/login';
}
