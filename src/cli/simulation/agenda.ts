type Item = { at: Temporal.Instant; what: () => Promise<void> };

/** What happens when: the earliest first, and of two at the same moment the one that was entered first. */
export class Agenda {
	/** In order, the next one last. */
	readonly #items: Item[] = [];

	enter(at: Temporal.Instant, what: () => Promise<void>): void {
		let low = 0;
		let high = this.#items.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const { at: there } = this.#items[middle] as Item;
			if (Temporal.Instant.compare(there, at) > 0) low = middle + 1;
			else high = middle;
		}
		this.#items.splice(low, 0, { at, what });
	}

	/** The next one, taken off; nothing when it is after `end`, or none is left. */
	next(end: Temporal.Instant): Item | undefined {
		const next = this.#items.at(-1);
		if (!next || Temporal.Instant.compare(next.at, end) > 0) return undefined;
		return this.#items.pop();
	}
}
