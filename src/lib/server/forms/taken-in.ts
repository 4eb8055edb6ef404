import { draftLimits } from '#lib/domain/limits.ts';

type Day = { begun: number; bytes: number };

const dayMs = 24 * 60 * 60 * 1000;

/**
 * How much this process has taken in from each account within a day. What came with a refused form, or was taken out of a
 * draft again, lies in the store until it is swept: this bounds it, whatever becomes of the forms.
 */
export class TakenIn {
	readonly #mostBytes: number;
	readonly #nowMs: () => number;
	readonly #days = new Map<number, Day>();

	constructor(mostBytes: number, nowMs: () => number = () => performance.now()) {
		this.#mostBytes = mostBytes;
		this.#nowMs = nowMs;
	}

	/** What of it concerns one form of an account; nobody signed in has all to themselves. */
	of(account = 0): { isFull(): boolean; took(bytes: number): void } {
		return {
			isFull: () => this.#dayOf(account).bytes >= this.#mostBytes,
			took: (bytes) => {
				this.#dayOf(account).bytes += bytes;
			},
		};
	}

	#dayOf(account: number): Day {
		const now = this.#nowMs();
		const found = this.#days.get(account);
		if (found && now - found.begun < dayMs) return found;
		for (const [other, { begun }] of this.#days) if (now - begun >= dayMs) this.#days.delete(other);
		const day = { begun: now, bytes: 0 };
		this.#days.set(account, day);
		return day;
	}
}

export const takenIn = new TakenIn(draftLimits.takenInADay);
