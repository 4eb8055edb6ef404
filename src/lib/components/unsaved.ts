import type { DraftFields } from '#lib/domain/drafts.ts';

/** What was typed and has not reached the server: which draft it belongs to, and on which of its versions it is based. */
export type Unsaved = {
	id: number | undefined;
	version: number | undefined;
	/** The key under which its draft is begun, once. */
	key: string;
	fields: DraftFields;
	/** Marks of what was sent to the server, arrived or not. */
	sent: readonly string[];
};

const prefix = 'sportello.unsaved.';

/**
 * The browser's own memory of one form, for as long as its tab is open. It belongs to one account: whoever signs in after
 * somebody else, in the same tab, finds nothing of theirs.
 */
export class UnsavedText {
	readonly #owner: string;
	readonly #slot: string;

	constructor(owner: number, form: string) {
		this.#owner = `${prefix}${owner}.`;
		this.#slot = this.#owner + form;
		forget((slot) => !slot.startsWith(this.#owner));
	}

	get(): Unsaved | undefined {
		try {
			const kept = sessionStorage.getItem(this.#slot);
			return kept === null ? undefined : (JSON.parse(kept) as Unsaved);
		} catch {
			return undefined;
		}
	}

	/** Where the browser keeps nothing (full, or forbidden), the server's copy is all there is. */
	put(unsaved: Unsaved): void {
		try {
			sessionStorage.setItem(this.#slot, JSON.stringify(unsaved));
		} catch {
			this.forget();
		}
	}

	forget(): void {
		try {
			sessionStorage.removeItem(this.#slot);
		} catch {
			// Nothing was kept.
		}
	}
}

/** Signing out leaves nothing behind. */
export function forgetUnsaved(): void {
	forget(() => true);
}

function forget(which: (slot: string) => boolean): void {
	try {
		const slots = Object.keys(sessionStorage).filter((slot) => slot.startsWith(prefix) && which(slot));
		for (const slot of slots) sessionStorage.removeItem(slot);
	} catch {
		// Nothing was kept.
	}
}
