import {
	type DraftAct,
	type DraftFields,
	type DraftFile,
	markOf,
	type StoredDraft,
	sameFields,
} from '#lib/domain/drafts.ts';
import type { DraftRequests, RefusedAnswer, SaveAnswer, SavedAnswer } from './draft-requests.ts';
import { newKey } from './form-fields.ts';
import type { Unsaved } from './unsaved.ts';

/** How the text stands on the server. `refused`: in words, in `says`. */
export type SavingState =
	| 'quiet'
	| 'saving'
	| 'saved'
	| 'offline'
	| 'failed'
	| 'signed-out'
	| 'refused'
	| 'conflict'
	| 'gone';

/** The form whose text is saved. */
export type Typing = {
	/** What stands in it; nothing once it is not on the page any more. */
	typed(): DraftFields | undefined;
	/** Whether somebody has written in it. */
	isWritten(): boolean;
	/** What stands in it is not safe yet: where the tab is reloaded or thrown away it would be gone. */
	keep(): void;
	/** It is safe: what was kept may be forgotten. */
	forget(): void;
	/** It has a draft from now on. */
	begun(draft: number): void;
	/** Which files wait beside it on the server. */
	files(files: readonly DraftFile[], asOf: number): void;
	/** Up to which of this window's own changes the next answer knows the files. */
	readonly filesAsOf: number;
};

const afterKeyMs = 1_000;
/** Whoever types on and on is saved in between. */
const atLeastEveryMs = 10_000;
const retryMs = { first: 3_000, most: 30_000 };
/** So many savings without an answer are remembered as our own. */
const rememberedMarks = 20;

/** The ticket it is written on, if there is one, and for which act. */
type DraftAbout = { ticket?: number | undefined; act?: DraftAct };

function ofTicket({ ticket, act }: DraftAbout) {
	return { draftTicket: ticket, draftAct: act } as const;
}

type InFlight = { fields: DraftFields; answered: Promise<void> };

/**
 * Saves a text a moment after the last key, in the order in which it was typed. Each saving names the version it is based on,
 * and the marks of those before it of which no answer was heard, so that none of them is taken for another window's.
 */
export class TextSaving {
	id = $state<number>();
	version = $state<number>();
	savedAt = $state<string>();
	state = $state<SavingState>('quiet');
	says = $state('');
	conflict = $state.raw<{ here: DraftFields; stored: StoredDraft }>();
	/** The form is being sent: its draft goes with it. */
	held = false;
	readonly #requests: DraftRequests;
	readonly #typing: Typing;
	readonly #of: DraftAbout;
	#key = newKey();
	/** What the server is known to have. */
	#stored: DraftFields | undefined;
	#sent: readonly string[] = [];
	#inFlight: readonly InFlight[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#dueBy = 0;
	#retryMs = retryMs.first;

	constructor(requests: DraftRequests, of: DraftAbout, typing: Typing) {
		this.#requests = requests;
		this.#of = of;
		this.#typing = typing;
	}

	/** What the tab's memory says of it, beside the text itself. */
	get about(): Omit<Unsaved, 'fields'> {
		return { id: this.id, version: this.version, key: this.#key, sent: this.#sent };
	}

	/** Goes on from what the tab's memory had; answers whether the server does not have it. */
	resume({ id, version, key, sent, fields }: Unsaved): boolean {
		this.#key = key;
		if (this.#stored && sameFields(fields, this.#stored)) return false;
		if (id !== undefined) this.id = id;
		this.version = version;
		this.#sent = sent;
		return true;
	}

	/** Whether what stands in the form is what the server has, or there is nothing to save. */
	get isAtRest(): boolean {
		const typed = this.#typing.typed();
		if (!typed || this.#inFlight.length > 0) return false;
		return this.#stored ? sameFields(typed, this.#stored) : !this.#typing.isWritten();
	}

	soon(inMs = afterKeyMs): void {
		if (this.isStuck) return;
		clearTimeout(this.#timer);
		const now = performance.now();
		this.#dueBy ||= now + atLeastEveryMs;
		this.#timer = setTimeout(() => void this.save(), Math.max(0, Math.min(inMs, this.#dueBy - now)));
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	/** Somebody has to choose first. */
	get isStuck(): boolean {
		return this.state === 'conflict' || this.state === 'gone';
	}

	/** Once no saving is on its way any more. */
	async settled(): Promise<void> {
		while (this.#inFlight.length > 0) await Promise.all(this.#inFlight.map(({ answered }) => answered));
	}

	/** Saves what is typed, unless the server has it; `begin` even when nothing is written yet, for the files. */
	async save({ begin = false } = {}): Promise<void> {
		this.stop();
		await this.settled();
		await this.#send(begin);
	}

	/** The page is left: nothing can be waited for. A saving that is on its way outlives the page like this one. */
	leave(): void {
		if (this.held) return;
		this.stop();
		this.#typing.keep();
		void this.#send(false);
	}

	async #send(begin: boolean): Promise<void> {
		const fields = this.#typing.typed();
		if (!fields || (this.held && !begin) || this.isStuck) return;
		const last = this.#inFlight.at(-1);
		if (last && sameFields(last.fields, fields)) return last.answered;
		if (!last && (this.#stored ? sameFields(fields, this.#stored) : !begin && !this.#isWanted)) {
			this.#typing.forget();
			this.state = this.#stored ? 'saved' : 'quiet';
			return;
		}
		this.#dueBy = 0;
		this.state = 'saving';
		const answered = this.#post(fields).finally(() => {
			this.#inFlight = this.#inFlight.filter((other) => other.answered !== answered);
			// More was typed meanwhile, or another saving's answer came first.
			if (this.state === 'saved' && !this.isAtRest) this.soon();
		});
		this.#inFlight = [...this.#inFlight, { fields, answered }];
		await answered;
	}

	get #isWanted(): boolean {
		return this.id !== undefined || this.#typing.isWritten();
	}

	async #post(fields: DraftFields): Promise<void> {
		const { id: draft, version: draftVersion } = this;
		const about = { requestKey: this.#key, draft, draftVersion, ...ofTicket(this.#of), draftOwn: this.#sent };
		const asOf = this.#typing.filesAsOf;
		this.#sent = [...this.#sent, markOf(fields)].slice(-rememberedMarks);
		this.#typing.keep();
		this.#follow(await this.#requests.save(fields, about), fields, asOf);
	}

	#follow(answer: SaveAnswer, fields: DraftFields, filesAsOf: number): void {
		if (answer.as === 'saved') this.#arrived(answer, fields, filesAsOf);
		else if (answer.as === 'refused') this.refused(answer, fields);
		else this.#wait(answer.as);
	}

	#arrived({ draft, version, savedAt, files }: SavedAnswer, fields: DraftFields, filesAsOf: number): void {
		this.#retryMs = retryMs.first;
		// Of one that was overtaken on its way.
		if (this.id === draft && this.version !== undefined && version < this.version) return;
		const isNew = this.id === undefined;
		this.id = draft;
		this.version = version;
		this.savedAt = savedAt;
		this.#stored = fields;
		// What went before it is told by the version from now on; what comes after is still to be heard of.
		this.#sent = this.#sent.slice(this.#sent.lastIndexOf(markOf(fields)));
		this.state = 'saved';
		this.#typing.files(files, filesAsOf);
		if (isNew) this.#typing.begun(draft);
		if (this.#inFlight.length < 2 && this.isTyped(fields)) this.#typing.forget();
		else this.#typing.keep();
	}

	isTyped(fields: DraftFields): boolean {
		const typed = this.#typing.typed();
		return typed !== undefined && sameFields(typed, fields);
	}

	/** What another window has saved is shown beside what is `here`; unless that other window is this one. */
	refused({ reason, says, stored }: RefusedAnswer, here: DraftFields): void {
		this.#typing.keep();
		if (!stored) {
			this.state = reason === 'draft-gone' ? 'gone' : 'refused';
			this.says = says;
			return;
		}
		if (this.#sent.includes(markOf(stored.fields))) {
			this.adopt(stored);
			this.soon(0);
			return;
		}
		this.conflict = { here, stored };
		this.state = 'conflict';
	}

	#wait(why: 'offline' | 'failed' | 'signed-out'): void {
		this.state = why;
		this.#typing.keep();
		if (why === 'signed-out') return;
		this.stop();
		this.#timer = setTimeout(this.retry, this.#retryMs);
		this.#retryMs = Math.min(this.#retryMs * 2, retryMs.most);
	}

	readonly retry = (): void => {
		if (this.state === 'offline' || this.state === 'failed' || this.state === 'signed-out') void this.save();
	};

	/** What is stored is what the form is based on from now on. */
	adopt(stored: StoredDraft): void {
		this.id = stored.id;
		this.version = stored.version;
		this.savedAt = stored.savedAt;
		this.#stored = stored.fields;
		this.state = 'saved';
		this.#typing.files(stored.files, this.#typing.filesAsOf);
	}

	/** Of two texts, the one in this window. */
	keepHere(): void {
		const there = this.conflict?.stored;
		if (!there) return;
		this.conflict = undefined;
		this.adopt(there);
		// What is stored is the other text still.
		this.savedAt = undefined;
		this.state = 'saving';
		this.soon(0);
	}

	/** Of two texts, the one that is stored, which is the answer: the form is to be filled with it. */
	takeThere(): DraftFields | undefined {
		const there = this.conflict?.stored;
		if (!there) return undefined;
		this.conflict = undefined;
		this.adopt(there);
		return there.fields;
	}

	/** There is no draft any more: what is written from now on begins another. */
	detach(): void {
		this.id = this.version = this.savedAt = this.#stored = undefined;
		this.#sent = [];
		this.#key = newKey();
		this.state = 'quiet';
	}
}
