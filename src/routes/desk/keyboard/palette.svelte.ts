import type { Words } from '#lib/messages/words.ts';
import type { Found } from '#lib/server/queries/find.ts';
import { goto } from '$app/navigation';
import { activate, onPage } from './on-page.ts';

/** One line of the palette: what it says, what beside it, and what happens when it is chosen. */
export type Line = { id: string; kind: Kind; label: string; beside: string; run: () => void };
export type Kind = 'act' | 'place' | 'ticket' | 'customer' | 'product' | 'search';

/** Letters follow each other quickly: one question for several. */
const pauseMs = 120;

/** What is offered for what is typed: what the page can do and lead to at once, what is found elsewhere a moment later. */
export class Offers {
	typed = $state('');
	found = $state.raw<Found>({ tickets: [], customers: [], products: [] });
	failed = $state(false);
	/** For which text that was found. */
	#foundFor = $state('');
	readonly #words: () => Words;
	readonly #here = onPage();
	readonly #lines = $derived.by(() => [...this.#local(), ...this.#remote()]);
	#pending: ReturnType<typeof setTimeout> | undefined;
	#asking: AbortController | undefined;

	constructor(words: () => Words) {
		this.#words = words;
	}

	get lines(): readonly Line[] {
		return this.#lines;
	}

	type(text: string): void {
		this.typed = text;
		clearTimeout(this.#pending);
		this.#asking?.abort();
		this.#pending = setTimeout(() => void this.#ask(text.trim()), pauseMs);
	}

	stop(): void {
		clearTimeout(this.#pending);
		this.#asking?.abort();
	}

	async #ask(text: string): Promise<void> {
		this.failed = false;
		if (text === '') {
			this.found = { tickets: [], customers: [], products: [] };
			return;
		}
		const asking = new AbortController();
		this.#asking = asking;
		try {
			const answer = await fetch(`/desk/find?${new URLSearchParams({ q: text })}`, { signal: asking.signal });
			if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
			this.found = (await answer.json()) as Found;
			this.#foundFor = text;
		} catch {
			this.failed = !asking.signal.aborted;
		}
	}

	#local(): Line[] {
		const wanted = plain(this.typed);
		return this.#here
			.filter(({ label }) => plain(label).includes(wanted))
			.map(({ kind, keys, label, element }, nth) => ({
				id: `here-${nth}`,
				kind,
				label,
				beside: keys,
				run: () => activate(element),
			}));
	}

	#remote(): Line[] {
		const text = this.typed.trim();
		if (text === '') return [];
		const { tickets, customers, products } = this.found;
		const { keyboard } = this.#words();
		const to = (kind: Kind, id: number | string, label: string, beside: string, address: string): Line => ({
			id: `${kind}-${id}`,
			kind,
			label,
			beside,
			run: () => void goto(address),
		});
		// Until what is typed now was looked for, Enter must not lead to what was found before and is something else.
		const fits = ({ label }: Line) => text === this.#foundFor || plain(label).startsWith(plain(text));
		const found = [
			...tickets.map(({ number, subject, customer }) =>
				to('ticket', number, `${number} · ${subject}`, customer, `/desk/tickets/${number}`),
			),
			...customers.map(({ id, name }) => to('customer', id, name, '', `/desk/customers/${id}`)),
			...products.map(({ id, name }) =>
				to(
					'product',
					id,
					name,
					keyboard.ticketsOfProduct,
					`/desk/search?${new URLSearchParams({ product: String(id) })}`,
				),
			),
		];
		return [
			...found.filter(fits),
			to('search', 'all', keyboard.searchFor(text), '', `/desk/search?${new URLSearchParams({ q: text })}`),
		];
	}
}

/** As one compares what is typed in a hurry: without accents and capitals. */
function plain(text: string): string {
	return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
