import { flushSync, untrack } from 'svelte';
import { filled } from '#lib/components/form-fields.ts';
import type { DraftFields } from '#lib/domain/drafts.ts';
import { gapsIn } from '#lib/domain/reply-variables.ts';
import { matching, survives } from '#lib/domain/saved-replies.ts';
import type { ReplyLine } from '#lib/server/queries/saved-replies.ts';

/** `text`: unknown of one that was inserted before the page was made; it counts while anything is written. */
type Inserted = { id: number; text: string | undefined };

/** Each once, however often it was inserted. */
const idsOf = (inserted: Inserted[]) => [...new Set(inserted.map(({ id }) => id))];

type About = {
	ticket: number;
	lines: () => readonly ReplyLine[];
	/** Those the form is already made from. */
	inserted: Inserted[];
	/** What the browser says of a text with gaps. */
	gaps: (gaps: readonly string[]) => string;
};

/** Inserts saved replies into the text of the form around it, as if they had been typed: undone by Ctrl+Z. */
export class Insertion {
	/** Scripts run. */
	live = $state(false);
	isOpen = $state(false);
	typed = $state('');
	active = $state(0);
	failed = $state(false);
	/** The name of the last one that was inserted. */
	done = $state('');
	/** What is still to be filled in. */
	gaps = $state.raw<string[]>([]);
	/** Those of which something still stands in the text. */
	used = $state.raw<number[]>([]);
	readonly #about: About;
	#inserted: Inserted[];
	#text: HTMLTextAreaElement | undefined;
	#search: HTMLInputElement | undefined;
	/** It was opened by a slash, which goes back into the text if nothing is chosen. */
	#slash = false;
	/** Asked for one by one: all of them may be megabytes. */
	readonly #texts = new Map<number, Promise<string | undefined>>();

	readonly found = $derived.by(() => matching(this.#about.lines(), this.typed));

	constructor(about: About) {
		this.#about = about;
		this.#inserted = about.inserted;
		this.used = idsOf(about.inserted);
	}

	/** Once for each form: nothing that is read here may attach it anew. */
	readonly attach = (element: HTMLElement) => untrack(() => this.#attach(element));

	#attach(element: HTMLElement): (() => void) | undefined {
		const form = element.closest('form');
		const text = form?.querySelector<HTMLTextAreaElement>('textarea[name=text]');
		if (!form || !text) return undefined;
		this.#text = text;
		this.live = true;
		const on = new AbortController();
		const { signal } = on;
		text.addEventListener('beforeinput', this.#slashed, { signal });
		text.addEventListener('input', this.#look, { signal });
		// What was put into the text without an event is looked at before it is sent.
		form.addEventListener('click', this.#look, { signal, capture: true });
		form.addEventListener('reset', () => setTimeout(this.#forget), { signal });
		form.addEventListener(filled, this.#adopt, { signal });
		this.#look();
		return () => on.abort();
	}

	/** The field to search in has come. Who listens to its focus reads what changes while one types: that must not begin it anew. */
	readonly searching = (input: HTMLInputElement): void => {
		untrack(() => {
			this.#search = input;
			this.typed = '';
			this.active = 0;
			this.failed = false;
			this.#texts.clear();
			input.focus();
		});
	};

	readonly pressed = (event: KeyboardEvent): void => {
		if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step) this.#step(step);
		else if (event.key === 'Escape') this.#giveBack();
		else if (event.key === 'Enter') this.#enter();
		else return;
		event.preventDefault();
	};

	/** The list, when it is pointed at: the focus stays in the field that searches. */
	readonly pointed = (list: HTMLElement) => {
		const on = new AbortController();
		const { signal } = on;
		list.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
		list.addEventListener(
			'click',
			({ target }) => {
				const nth = [...list.children].findIndex((option) => target instanceof Node && option.contains(target));
				const line = this.found[nth];
				if (line) void this.#choose(line);
			},
			{ signal },
		);
		return () => on.abort();
	};

	async #choose({ id, name }: ReplyLine): Promise<void> {
		const asked = this.#texts.get(id) ?? this.#ask(id);
		this.#texts.set(id, asked);
		const text = await asked;
		if (text === undefined) this.#texts.delete(id);
		if (!this.isOpen) return;
		this.failed = text === undefined;
		if (text !== undefined) {
			this.done = name;
			this.#inserted = [...this.#inserted, { id, text }];
			this.#put(text);
			this.#toFirstGap(text);
		}
	}

	readonly #slashed = (event: InputEvent): void => {
		const { value, selectionStart: at } = this.#text ?? { value: '', selectionStart: 0 };
		const isBeginning = at === 0 || value[at - 1] === '\n';
		if (event.data !== '/' || event.isComposing || !isBeginning || this.#about.lines().length === 0) return;
		event.preventDefault();
		this.#slash = true;
		// At once, so that the next key is typed there.
		flushSync(() => {
			this.isOpen = true;
		});
		this.#search?.focus();
	};

	readonly #look = (): void => {
		const text = this.#text?.value ?? '';
		const { gaps } = this.#about;
		this.gaps = gapsIn(text);
		this.#text?.setCustomValidity(this.gaps.length > 0 ? gaps(this.gaps) : '');
		this.used = idsOf(this.#inserted.filter((one) => survives(one.text ?? text, text)));
	};

	/** The form has the text of a draft now, which knows from which it was made. */
	readonly #adopt = (event: Event): void => {
		if (!(event instanceof CustomEvent)) return;
		const { savedReplies = [] }: DraftFields = event.detail;
		this.#inserted = [savedReplies].flat().map((id) => ({ id: Number(id), text: undefined }));
		this.#look();
	};

	readonly #forget = (): void => {
		this.#inserted = [];
		this.done = '';
		this.#look();
	};

	#step(by: number): void {
		const { length } = this.found;
		if (length === 0) return;
		this.active = (this.active + by + length) % length;
		flushSync();
		const id = this.#search?.getAttribute('aria-activedescendant');
		if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
	}

	#enter(): void {
		const line = this.found[this.active];
		if (line) void this.#choose(line);
		else this.#giveBack();
	}

	/** Nothing of what was typed is lost: a path may begin with a slash too. */
	#giveBack(): void {
		const typed = this.#slash ? `/${this.typed}` : '';
		this.#put(typed);
	}

	#put(text: string): void {
		this.isOpen = false;
		this.#slash = false;
		const area = this.#text;
		if (!area) return;
		area.focus();
		if (text === '') return;
		// Deprecated and without a successor: nothing else goes into what Ctrl+Z takes back.
		if (document.execCommand('insertText', false, text)) return;
		area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
		area.dispatchEvent(new InputEvent('input', { bubbles: true }));
	}

	#toFirstGap(text: string): void {
		const [gap] = gapsIn(text);
		const area = this.#text;
		if (!gap || !area) return;
		const at = area.value.indexOf(gap, Math.max(0, area.selectionEnd - text.length));
		if (at >= 0) area.setSelectionRange(at, at + gap.length);
	}

	async #ask(reply: number): Promise<string | undefined> {
		const address = `/desk/tickets/${this.#about.ticket}/replies?reply=${reply}`;
		const headers = { accept: 'application/json' };
		const response = await fetch(address, { headers, redirect: 'manual' }).catch(() => undefined);
		const text: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined;
		return typeof text === 'string' ? text : undefined;
	}
}
