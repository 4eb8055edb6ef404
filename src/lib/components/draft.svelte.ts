import { untrack } from 'svelte';
import type { DraftAct, DraftFields, StoredDraft } from '#lib/domain/drafts.ts';
import { DraftRequests } from './draft-requests.ts';
import { fill, isWritten, typedIn } from './form-fields.ts';
import { TextSaving } from './text-saving.svelte.ts';
import { UnsavedText } from './unsaved.ts';
import { WaitingFiles } from './waiting-files.svelte.ts';

/** What the page knows of a form's draft when it is made. */
export type DraftOf = {
	/** Whose it is: the key of an account. */
	owner: number;
	/** Where their drafts are asked about. */
	at?: string;
	/** The ticket replied to. */
	ticket?: number | undefined;
	/** For which act on that ticket. */
	act?: DraftAct;
	/** The page on which a draft is found again, where it has one of its own. */
	pageOf?: (draft: number) => string;
	stored: StoredDraft | undefined;
	/** The version that what came back refused is based on. */
	base?: string | string[] | undefined;
};

/**
 * The draft of a form: `{@attach draft.keep}` on it. Its text is saved as it is typed and when the page is left, and what has
 * not arrived yet is in the tab's own memory; its files go to the server as soon as they are chosen. What another window has
 * saved is never overwritten unseen, and nothing is sent that is not shown here.
 */
export class Draft {
	/** The text was taken from the tab's memory. */
	restored = $state(false);
	/** Scripts run. */
	live = $state(false);
	/** What was stored when the form was made: later readings of the page must not go over what is being typed. */
	readonly begins: DraftFields;
	readonly text: TextSaving;
	readonly files: WaitingFiles;
	/** Where its files are read. */
	readonly at: string;
	readonly #of: DraftOf;
	readonly #requests: DraftRequests;
	#form: HTMLFormElement | undefined;
	#unsaved: UnsavedText | undefined;
	/** The page itself is changing what stands in the form. */
	#filling = false;

	constructor(of: DraftOf) {
		this.#of = of;
		this.at = of.at ?? '/drafts';
		this.#requests = new DraftRequests(this.at);
		const draft = this;
		this.text = new TextSaving(this.#requests, of, {
			typed: () => draft.#typed(),
			isWritten: () => draft.#form !== undefined && isWritten(draft.#form),
			keep: () => draft.#keepUnsaved(),
			forget: () => draft.#unsaved?.forget(),
			begun: (id) => draft.#giveAddress(id),
			files: (files, asOf) => draft.files.show(files, asOf),
			get filesAsOf() {
				return draft.files.asOf;
			},
		});
		this.files = new WaitingFiles(this.#requests, {
			get id() {
				return draft.text.id;
			},
			begin: async () => {
				await draft.text.save({ begin: true });
				return draft.text.id;
			},
		});
		this.begins = of.stored?.fields ?? {};
		if (of.stored) this.text.adopt(of.stored);
		if (of.base !== undefined) this.text.version = Number(of.base) || undefined;
	}

	/** Once for each form: nothing that is read here may attach it anew, which would look like leaving the page. */
	readonly keep = (form: HTMLFormElement) => untrack(() => this.#attach(form));

	#attach(form: HTMLFormElement): () => void {
		this.#form = form;
		this.live = true;
		this.#unsaved = new UnsavedText(this.#of.owner, this.#slot());
		this.#restore();
		this.files.wake();
		const on = new AbortController();
		const { signal } = on;
		form.addEventListener('input', this.#changed, { signal });
		form.addEventListener('change', this.#changed, { signal });
		addEventListener('pagehide', this.#leave, { signal });
		addEventListener('beforeunload', this.#warn, { signal });
		addEventListener('online', this.text.retry, { signal });
		addEventListener('pageshow', ({ persisted }) => persisted && this.#lookAgain(), { signal });
		document.addEventListener('visibilitychange', this.#shown, { signal });
		return () => {
			on.abort();
			this.#leave();
			this.text.stop();
			this.#form = undefined;
		};
	}

	#typed(): DraftFields | undefined {
		return this.#form && typedIn(this.#form);
	}

	/** What was not saved when the page was last here: it is put back, and saved as if it had just been typed. */
	#restore(): void {
		const kept = this.#unsaved?.get();
		if (!kept) {
			this.#noteEarly();
			return;
		}
		if (!this.text.resume(kept)) {
			this.#unsaved?.forget();
			return;
		}
		if (!this.text.isTyped(kept.fields)) {
			this.#fill(kept.fields);
			this.restored = true;
		}
		this.text.soon(0);
	}

	/** What was typed before the page came alive, which no event has told of. */
	#noteEarly(): void {
		if (!this.#form || !isWritten(this.#form) || this.text.isAtRest) return;
		this.#keepUnsaved();
		this.text.soon();
	}

	readonly #changed = (event: Event): void => {
		if (this.#filling || (event.target instanceof HTMLInputElement && event.target.type === 'file')) return;
		this.#keepUnsaved();
		this.text.soon();
	};

	#fill(fields: DraftFields): void {
		this.#filling = true;
		if (this.#form) fill(this.#form, fields);
		this.#filling = false;
	}

	/** Keeps in the tab's memory what the server does not have yet. */
	#keepUnsaved(): void {
		const fields = this.#typed();
		if (!this.#form || !fields || (this.text.id === undefined && !isWritten(this.#form))) return;
		this.#unsaved?.put({ ...this.text.about, fields });
	}

	/** From now on this page is found again under its draft, by reloading and by the back button. */
	#giveAddress(draft: number): void {
		const address = this.#of.pageOf?.(draft);
		if (address === undefined || new URL(address, location.href).pathname !== location.pathname) return;
		this.#unsaved?.forget();
		this.#unsaved = new UnsavedText(this.#of.owner, this.#slot());
		// The router's own way would take the focus from who is typing.
		history.replaceState(history.state, '', address);
	}

	#slot(): string {
		if (this.#of.ticket !== undefined) return `${this.#of.act ?? 'reply'}.${this.#of.ticket}`;
		const draft = this.text.id ?? new URLSearchParams(location.search).get('draft');
		return draft === null ? `new${location.pathname}${location.search}` : `draft.${draft}`;
	}

	readonly #leave = (): void => this.text.leave();

	/** A file on its way would be lost with the page. */
	readonly #warn = (event: BeforeUnloadEvent): void => {
		if (this.files.isBusy) event.preventDefault();
	};

	readonly #shown = (): void => {
		if (document.visibilityState === 'hidden') this.#leave();
		else void this.#lookAgain();
	};

	/** What another device has saved meanwhile is shown: its files, and its text where nothing was typed here since. */
	async #lookAgain(): Promise<void> {
		this.text.retry();
		const { id } = this.text;
		const { ticket, act } = this.#of;
		if (this.text.held || this.text.isStuck || (id ?? ticket) === undefined) return;
		const { asOf } = this.files;
		const found = await this.#requests.look({ id, ticket, act });
		if (!found || !this.#form || this.text.held || id !== this.text.id) return;
		if (found === 'gone') this.text.state = 'gone';
		else if (!this.text.isAtRest) this.files.show(found.files, asOf);
		else if (this.text.version === undefined || found.version >= this.text.version) this.#takeOver(found);
	}

	#takeOver(stored: StoredDraft): void {
		this.text.adopt(stored);
		this.#fill(stored.fields);
	}

	/** Of two texts, the one that is stored. */
	takeThere(): void {
		const fields = this.text.takeThere();
		if (!fields) return;
		this.#fill(fields);
		this.#unsaved?.forget();
	}

	/** The draft is not there any more: what stands in the form begins a new one. */
	saveAnew(): void {
		this.#detach();
		this.text.soon(0);
	}

	#detach(): void {
		this.#unsaved?.forget();
		this.text.detach();
		this.files.clear();
		this.restored = false;
		if (this.#form) this.#unsaved = new UnsavedText(this.#of.owner, this.#slot());
	}

	/** Before the form is sent: its files have arrived, no other text is stored, nothing is saved meanwhile. Else, why not. */
	async ready(sent: FormData): Promise<'files' | 'conflict' | undefined> {
		const { text, files } = this;
		// What another window has saved would go with this draft, unseen.
		if (!text.held && text.id !== undefined) await text.save();
		text.held = true;
		text.stop();
		await files.arrived();
		await text.settled();
		const missing = files.uploads.length > 0 ? 'files' : undefined;
		const hindrance = text.state === 'conflict' ? 'conflict' : missing;
		if (hindrance) {
			text.held = false;
			return hindrance;
		}
		sent.delete('files');
		sent.set('draft', String(text.id ?? ''));
		sent.set('draftVersion', String(text.version ?? ''));
		sent.delete('draftFile');
		for (const { id } of files.stored) sent.append('draftFile', id);
		return undefined;
	}

	/** The form was refused and stays: it is saved again as it is typed. */
	stays({ reason = '', draft, conflict }: { reason?: string; draft?: StoredDraft; conflict?: StoredDraft } = {}): void {
		this.text.held = false;
		if (conflict) {
			this.text.refused({ as: 'refused', reason, says: '', stored: conflict }, this.#typed() ?? {});
			return;
		}
		if (reason === 'draft-gone') this.#detach();
		if (draft && draft.id !== this.text.id) this.text.adopt(draft);
		else if (draft) this.files.show(draft.files, this.files.asOf);
		this.#keepUnsaved();
		this.text.soon(0);
	}

	/** The form was accepted, and its draft with it. */
	sent(): void {
		this.#detach();
		this.text.held = false;
	}
}
