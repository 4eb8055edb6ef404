import { untrack } from 'svelte';
import { newSince, type SeenUpTo, seenFrom, seenText, seenUpTo } from '#lib/domain/seen.ts';
import type { ConversationItem } from '#lib/server/queries/conversation.ts';
import { afterNavigate } from '$app/navigation';
import type { Refused } from './carry-out.ts';

/** What the page has to show by now, the act that came back, and whether somebody is writing in its forms. */
type Page = {
	items: readonly ConversationItem[];
	back: Refused | null;
	isWriting(): boolean;
};

/**
 * How far the ticket was shown to whoever acts on it. While they write, what comes is new until they say that they have read it, or
 * have been told of it by a refusal; nothing they send goes out as if they had. To be made while the page is.
 */
export class Shown {
	/** What came behind it is shown as new. */
	#from = $state.raw<SeenUpTo>({ log: 0, message: 0, note: 0 });
	/** What the forms say was seen. */
	#seen = $state.raw<SeenUpTo>({ log: 0, message: 0, note: 0 });
	readonly #page: () => Page;
	#refused: Refused | null = null;
	/** The page is about to show what an act was refused for. */
	#isTelling = false;

	constructor(page: () => Page) {
		this.#page = page;
		untrack(() => this.#begin());
		$effect(() => {
			const { items, back } = page();
			untrack(() => this.#changed(items, back));
		});
		// An act is done: the page was read anew, and what is in it is shown.
		afterNavigate(({ type }) => type === 'goto' && this.acknowledge());
	}

	/** For the forms, as they carry it. */
	get text(): string {
		return seenText(this.#seen);
	}

	/** What came since, of others: on the page that is one's own last act too where it was done in another window. */
	get news(): ConversationItem[] {
		return newSince(this.#page().items, this.#from).filter((item) => item.kind !== 'message' || !item.mine);
	}

	/** Whether what is new has still to be read before anything is sent. */
	get holdsBack(): boolean {
		return seenText(this.#seen) !== seenText(seenUpTo(this.#page().items));
	}

	/** Whoever reads has seen all that is shown. */
	acknowledge(): void {
		this.#from = this.#seen = seenUpTo(this.#page().items);
	}

	#begin(): void {
		const { items, back } = this.#page();
		this.#refused = back;
		this.#seen = seenUpTo(items);
		this.#from = (back && refusedFor(back)) ?? this.#seen;
	}

	#changed(items: readonly ConversationItem[], back: Refused | null): void {
		const latest = seenUpTo(items);
		if (back !== this.#refused) {
			this.#refused = back;
			const from = back && refusedFor(back);
			if (from) {
				this.#from = from;
				this.#isTelling = true;
			}
		} else if (this.#isTelling) {
			this.#isTelling = false;
			this.#seen = latest;
		} else if (!this.#page().isWriting()) {
			this.#from = this.#seen = latest;
		}
	}
}

/** How far the ticket had been shown when an act was refused for what came since. */
function refusedFor({ reason, typed }: Refused): SeenUpTo | undefined {
	return reason === 'changed-meanwhile' ? seenFrom(String(typed.seen ?? '')) : undefined;
}
