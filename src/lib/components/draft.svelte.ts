import { type DraftFields, type DraftFile, type StoredDraft, sameFields } from '#lib/domain/drafts.ts';
import { fill, isWritten, newKey, typedIn } from './form-fields.ts';
import { UnsavedText } from './unsaved.ts';
import { Uploading } from './uploading.svelte.ts';

/** What the page knows of a form's draft when it is made. */
export type DraftOf = {
	/** Whose it is: the key of an account. */
	owner: number;
	/** The ticket replied to. */
	ticket?: number | undefined;
	stored: StoredDraft | undefined;
	/** The version that what came back refused is based on. */
	base?: string | string[] | undefined;
};

/** How the text stands on the server. `refused`: in words, in `says`. */
export type DraftState =
	| 'quiet'
	| 'saving'
	| 'saved'
	| 'offline'
	| 'failed'
	| 'signed-out'
	| 'refused'
	| 'conflict'
	| 'gone';

type Answer =
	| { as: 'saved'; draft: number; version: number; savedAt: string }
	| { as: 'refused'; reason: string; says: string; stored?: StoredDraft }
	| { as: 'offline' | 'failed' | 'signed-out' };

const afterKeyMs = 1_000;
/** Whoever types on and on is saved in between. */
const atLeastEveryMs = 10_000;
const retryMs = { first: 3_000, most: 30_000 };

/**
 * The draft of a form: `{@attach draft.keep}` on it. Saves a moment after the last key and when the page is left; what has
 * not arrived yet is in the tab's own memory. Names the version it is based on: what another window has saved is never
 * overwritten unseen. Files go to the server as soon as they are chosen.
 */
export class Draft {
	id = $state<number>();
	version = $state<number>();
	savedAt = $state<string>();
	files = $state.raw<readonly DraftFile[]>([]);
	uploads = $state.raw<readonly Uploading[]>([]);
	state = $state<DraftState>('quiet');
	says = $state('');
	/** The text was taken from the tab's memory. */
	restored = $state(false);
	conflict = $state.raw<{ here: DraftFields; stored: StoredDraft }>();
	/** Scripts run. */
	live = $state(false);
	/** What was stored when the form was made: later readings of the page must not go over what is being typed. */
	readonly begins: DraftFields;
	readonly #of: DraftOf;
	#key = newKey();
	#form: HTMLFormElement | undefined;
	#unsaved: UnsavedText | undefined;
	/** What the server is known to have; and what was sent to it last, arrived or not. */
	#stored: DraftFields | undefined;
	#attempted: DraftFields | undefined;
	#saving: Promise<void> | undefined;
	#sendingFiles: Promise<void> | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#dueBy = 0;
	#retryMs = retryMs.first;
	/** The form is being sent: its draft goes with it. */
	#held = false;
	/** The page itself is changing what stands in the form. */
	#filling = false;

	constructor(of: DraftOf) {
		this.#of = of;
		this.begins = of.stored?.fields ?? {};
		if (of.stored) this.#adopt(of.stored);
		if (of.base !== undefined) this.version = Number(of.base) || undefined;
	}

	readonly keep = (form: HTMLFormElement) => {
		this.#form = form;
		this.live = true;
		this.#unsaved = new UnsavedText(this.#of.owner, this.#slot());
		this.#restore();
		// Chosen before the page came alive.
		this.#sendFiles();
		const on = new AbortController();
		const { signal } = on;
		form.addEventListener('input', this.#changed, { signal });
		form.addEventListener('change', this.#changed, { signal });
		addEventListener('pagehide', this.#leave, { signal });
		addEventListener('beforeunload', this.#warn, { signal });
		addEventListener('online', this.#retry, { signal });
		addEventListener('pageshow', ({ persisted }) => persisted && this.#lookAgain(), { signal });
		document.addEventListener('visibilitychange', this.#shown, { signal });
		return () => {
			on.abort();
			this.#leave();
			clearTimeout(this.#timer);
			this.#form = undefined;
		};
	};

	/** What was not saved when the page was last here: it is put back, and saved as if it had just been typed. */
	#restore(): void {
		const kept = this.#unsaved?.get();
		if (!kept || !this.#form) return;
		this.#key = kept.key;
		if (this.#stored && sameFields(kept.fields, this.#stored)) {
			this.#unsaved?.forget();
			return;
		}
		if (kept.id !== undefined) this.id = kept.id;
		this.version = kept.version;
		this.#attempted = kept.attempted;
		if (!sameFields(kept.fields, typedIn(this.#form))) {
			this.#fill(kept.fields);
			this.restored = true;
		}
		this.#saveSoon(0);
	}

	readonly #changed = (event: Event): void => {
		if (this.#filling || (event.target instanceof HTMLInputElement && event.target.type === 'file')) return;
		this.#note();
		if (this.state !== 'conflict' && this.state !== 'gone') this.#saveSoon();
	};

	#fill(fields: DraftFields): void {
		this.#filling = true;
		if (this.#form) fill(this.#form, fields);
		this.#filling = false;
	}

	/** Keeps in the tab's memory what the server does not have yet. */
	#note(): void {
		if (!this.#form || !this.#isWanted(this.#form)) return;
		const { id, version } = this;
		this.#unsaved?.put({ id, version, key: this.#key, attempted: this.#attempted, fields: typedIn(this.#form) });
	}

	#isWanted(form: HTMLFormElement): boolean {
		return this.id !== undefined || isWritten(form);
	}

	#saveSoon(inMs = afterKeyMs): void {
		clearTimeout(this.#timer);
		const now = performance.now();
		this.#dueBy ||= now + atLeastEveryMs;
		this.#timer = setTimeout(() => void this.save(), Math.max(0, Math.min(inMs, this.#dueBy - now)));
	}

	/** Saves what is typed, unless the server has it; `begin` even when nothing is written yet, for the files. */
	async save({ begin = false, leaving = false } = {}): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#saving && !leaving) await this.#saving;
		const form = this.#form;
		if (!form || this.#held || this.state === 'conflict' || this.state === 'gone') return;
		const fields = typedIn(form);
		if (this.#stored ? sameFields(fields, this.#stored) : !begin && !this.#isWanted(form)) {
			this.#unsaved?.forget();
			this.state = this.#stored ? 'saved' : 'quiet';
			return;
		}
		this.#dueBy = 0;
		const before = this.#attempted;
		this.#attempted = fields;
		this.state = 'saving';
		this.#saving = this.#post(fields, leaving).then((answer) => this.#follow(answer, fields, before));
		await this.#saving;
		this.#saving = undefined;
	}

	async #post(fields: DraftFields, leaving: boolean): Promise<Answer> {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
		const about = { requestKey: this.#key, draft: this.id, draftVersion: this.version, draftTicket: this.#of.ticket };
		for (const [name, value] of Object.entries(about)) if (value !== undefined) body.set(name, String(value));
		// A request that outlives its page.
		return ask('/drafts', { method: 'POST', body, keepalive: leaving });
	}

	#follow(answer: Answer, fields: DraftFields, before: DraftFields | undefined): void {
		if (answer.as === 'saved') this.#arrived(answer, fields);
		else if (answer.as === 'refused') this.#refused(answer, fields, before);
		else this.#wait(answer.as);
	}

	#refused(answer: Extract<Answer, { as: 'refused' }>, fields: DraftFields, before: DraftFields | undefined): void {
		this.#note();
		const { reason, says, stored } = answer;
		if (!stored) {
			this.state = reason === 'draft-gone' ? 'gone' : 'refused';
			this.says = says;
			return;
		}
		// The other window is this one: what it had saved before, and never heard that it had arrived.
		if (before && sameFields(before, stored.fields)) {
			this.#adopt(stored);
			this.#saveSoon(0);
			return;
		}
		this.conflict = { here: fields, stored };
		this.state = 'conflict';
	}

	#arrived({ draft, version, savedAt }: Extract<Answer, { as: 'saved' }>, fields: DraftFields): void {
		this.#retryMs = retryMs.first;
		const isNew = this.id === undefined;
		this.id = draft;
		this.version = version;
		this.savedAt = savedAt;
		this.#stored = fields;
		this.state = 'saved';
		if (isNew) this.#giveAddress(draft);
		if (!this.#form) return;
		if (sameFields(typedIn(this.#form), fields)) this.#unsaved?.forget();
		else this.#saveSoon();
	}

	/** From now on this page is found again under its draft, by reloading and by the back button. */
	#giveAddress(draft: number): void {
		if (this.#of.ticket !== undefined || location.pathname !== '/tickets/new') return;
		this.#unsaved?.forget();
		this.#unsaved = new UnsavedText(this.#of.owner, this.#slot());
		// The router's own way would take the focus from who is typing.
		history.replaceState(history.state, '', `/tickets/new?draft=${draft}`);
	}

	#slot(): string {
		if (this.#of.ticket !== undefined) return `reply.${this.#of.ticket}`;
		const draft = this.id ?? new URLSearchParams(location.search).get('draft');
		return draft === null ? `new${location.pathname}${location.search}` : `draft.${draft}`;
	}

	#wait(why: 'offline' | 'failed' | 'signed-out'): void {
		this.state = why;
		this.#note();
		if (why === 'signed-out') return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#retry, this.#retryMs);
		this.#retryMs = Math.min(this.#retryMs * 2, retryMs.most);
	}

	readonly #retry = (): void => {
		if (this.state === 'offline' || this.state === 'failed' || this.state === 'signed-out') void this.save();
	};

	readonly #leave = (): void => {
		if (this.#held || !this.#form) return;
		this.#note();
		void this.save({ leaving: true });
	};

	/** A file on its way would be lost with the page. */
	readonly #warn = (event: BeforeUnloadEvent): void => {
		if (this.uploads.some(({ state }) => state !== 'failed')) event.preventDefault();
	};

	readonly #shown = (): void => {
		if (document.visibilityState === 'hidden') this.#leave();
		else this.#lookAgain();
	};

	get #isBusy(): boolean {
		return this.#held || this.#saving !== undefined || this.uploads.length > 0;
	}

	/** What another device has saved meanwhile is shown, where nothing was typed here since. */
	async #lookAgain(): Promise<void> {
		this.#retry();
		const { id } = this;
		const { ticket } = this.#of;
		if (this.#isBusy || !this.#form || this.state === 'conflict' || (id ?? ticket) === undefined) return;
		if (this.#stored ? !sameFields(typedIn(this.#form), this.#stored) : isWritten(this.#form)) return;
		const address = id === undefined ? `/drafts?ticket=${ticket}` : `/drafts/${id}`;
		const response = await fetch(address, { headers: { accept: 'application/json' }, redirect: 'manual' }).catch(
			() => undefined,
		);
		if (response?.status === 404 && id === this.id) this.state = 'gone';
		const found: StoredDraft | null = response?.ok ? await response.json() : null;
		if (!found || !this.#form || (this.version !== undefined && found.version < this.version)) return;
		// Somebody has begun to type while we looked.
		if (this.#stored ? !sameFields(typedIn(this.#form), this.#stored) : isWritten(this.#form)) return;
		this.#adopt(found);
		this.#fill(found.fields);
	}

	#adopt(stored: StoredDraft): void {
		this.id = stored.id;
		this.version = stored.version;
		this.savedAt = stored.savedAt;
		this.files = stored.files;
		this.#stored = stored.fields;
		this.state = 'saved';
	}

	/** Of two texts, the one in this window. */
	keepHere(): void {
		const there = this.conflict?.stored;
		if (!there) return;
		this.conflict = undefined;
		this.#adopt(there);
		// What is stored is the other text still.
		this.savedAt = undefined;
		this.state = 'saving';
		this.#saveSoon(0);
	}

	/** Of two texts, the one that is stored. */
	takeThere(): void {
		const there = this.conflict?.stored;
		if (!there || !this.#form) return;
		this.conflict = undefined;
		this.#adopt(there);
		this.#fill(there.fields);
		this.#unsaved?.forget();
	}

	/** The draft is not there any more: what stands in the form begins a new one. */
	saveAnew(): void {
		this.#detach();
		this.#saveSoon(0);
	}

	#detach(): void {
		this.id = this.version = this.savedAt = this.#stored = this.#attempted = undefined;
		this.files = [];
		this.#key = newKey();
		this.state = 'quiet';
		this.restored = false;
		this.#unsaved?.forget();
		if (this.#form) this.#unsaved = new UnsavedText(this.#of.owner, this.#slot());
	}

	/** Files join those that wait; `refuse` says in words why one cannot. */
	add(files: readonly File[], refuse: (file: File) => string | undefined): void {
		this.uploads = [...this.uploads, ...files.map((file) => new Uploading(file, refuse(file)))];
		this.#sendFiles();
	}

	again(upload: Uploading): void {
		upload.again();
		this.#sendFiles();
	}

	cancel(upload: Uploading): void {
		upload.cancel();
		this.#drop(upload);
	}

	#drop(upload: Uploading): void {
		this.uploads = this.uploads.filter((other) => other !== upload);
	}

	/** One after the other, in the order in which they were chosen. */
	#sendFiles(): void {
		if (!this.live || !this.uploads.some(({ state }) => state === 'waiting')) return;
		this.#sendingFiles ??= this.#sendWaiting().finally(() => {
			this.#sendingFiles = undefined;
			this.#sendFiles();
		});
	}

	async #sendWaiting(): Promise<void> {
		for (;;) {
			const upload = this.uploads.find(({ state }) => state === 'waiting');
			if (!upload) return;
			if (this.id === undefined) await this.save({ begin: true });
			if (this.id === undefined) {
				upload.cannotStart();
				continue;
			}
			const ended = await upload.sendTo(this.id);
			if (ended.as !== 'stored') continue;
			this.files = [...this.files, ended.file];
			upload.close();
			this.#drop(upload);
		}
	}

	/** Takes a stored file out; answers whether that arrived. */
	async remove(file: DraftFile): Promise<boolean> {
		const address = `/drafts/${this.id}/files/${file.id}`;
		const response = await fetch(address, { method: 'DELETE', redirect: 'manual' }).catch(() => undefined);
		if (!response?.ok) return false;
		this.files = this.files.filter(({ id }) => id !== file.id);
		return true;
	}

	/** Before the form is sent: its files have arrived, no other text is stored, nothing is saved meanwhile. Else, why not. */
	async ready(sent: FormData): Promise<'files' | 'conflict' | undefined> {
		// What another window has saved would go with this draft, unseen.
		if (!this.#held && this.id !== undefined) await this.save();
		this.#held = true;
		clearTimeout(this.#timer);
		while (this.#sendingFiles) await this.#sendingFiles;
		await this.#saving;
		const missing = this.uploads.length > 0 ? 'files' : undefined;
		const hindrance = this.state === 'conflict' ? 'conflict' : missing;
		if (hindrance) {
			this.#held = false;
			return hindrance;
		}
		sent.delete('files');
		sent.set('draft', String(this.id ?? ''));
		sent.set('draftVersion', String(this.version ?? ''));
		return undefined;
	}

	/** The form was refused and stays: it is saved again as it is typed. */
	stays({ reason = '', draft, conflict }: { reason?: string; draft?: StoredDraft; conflict?: StoredDraft } = {}): void {
		this.#held = false;
		if (conflict && this.#form) {
			this.#refused({ as: 'refused', reason, says: '', stored: conflict }, typedIn(this.#form), this.#attempted);
			return;
		}
		if (reason === 'draft-gone') this.#detach();
		if (draft && draft.id !== this.id) this.#adopt(draft);
		this.#note();
		this.#saveSoon(0);
	}

	/** The form was accepted, and its draft with it. */
	sent(): void {
		this.#detach();
		this.#held = false;
	}
}

async function ask(address: string, init: RequestInit): Promise<Answer> {
	const asking = fetch(address, { ...init, headers: { accept: 'application/json' }, redirect: 'manual' });
	const response = await asking.catch(() => undefined);
	if (!response) return { as: 'offline' };
	if (response.type === 'opaqueredirect') return { as: 'signed-out' };
	// What is no answer of ours, a proxy's page, says nothing.
	const answer = await response.json().catch(() => ({}));
	if (response.ok) return answer.draft ? { as: 'saved', ...answer } : { as: 'failed' };
	return answer.says && response.status < 500 ? { as: 'refused', ...answer } : { as: 'failed' };
}
