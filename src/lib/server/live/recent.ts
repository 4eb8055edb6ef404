import { randomBytes } from 'node:crypto';
import type { Told } from '../db/tell.ts';

/** How much of what was told is remembered. */
const kept = 5_000;

/**
 * What this process was told of late. A mark is a point in it: a page that was read at a mark shows all that was told before.
 * It is an instant and no count, since it goes out with pages: how much was told in between, by whomever, is nobody's to know.
 * Whenever something may have been missed, all marks of before are unknown.
 */
export class Recent {
	#epoch: string | undefined;
	#begunAt = 0;
	/** The latest instant that was given away: microseconds since then, no two alike. */
	#latest = 0;
	#told: { at: number; told: Told }[] = [];
	/** What was told by then is no longer remembered. */
	#forgotten = 0;

	/** Every one that is told from now on is heard. */
	begin(): void {
		this.#epoch = randomBytes(6).toString('base64url');
		this.#begunAt = performance.now();
		this.#latest = this.#forgotten = 0;
		this.#told = [];
	}

	/** Some may not be heard from now on. */
	end(): void {
		this.#epoch = undefined;
	}

	hear(told: Told): void {
		this.#told.push({ at: this.#instant(), told });
		if (this.#told.length > 2 * kept) this.#forgotten = this.#told.splice(0, kept).at(-1)?.at ?? 0;
	}

	get isHearing(): boolean {
		return this.#epoch !== undefined;
	}

	/** Now: behind all that was told, before all that will be. */
	get mark(): string {
		return this.#epoch === undefined ? '' : `${this.#epoch}.${this.#instant()}`;
	}

	/** Whether, since the mark, something was told of which `concerns` is true; also where nobody knows any more. */
	hasHeard(since: string | undefined, concerns: (told: Told) => boolean): boolean {
		const heard = this.#heardBy(since);
		return heard === undefined || this.#told.slice(heard).some(({ told }) => concerns(told));
	}

	/** Whether it is known what was told since the mark. */
	knows(mark: string | undefined): boolean {
		return this.#heardBy(mark) !== undefined;
	}

	/** The last row of the queue log that was told by the mark; rows are consecutive. Nothing where nobody knows. */
	rowAt(since: string | undefined): number | undefined {
		const heard = this.#heardBy(since);
		if (heard === undefined) return undefined;
		const before = this.#told.slice(0, heard).findLast(hasRow);
		if (before) return before.told.seq;
		const next = this.#told.slice(heard).find(hasRow);
		return next && next.told.seq - 1;
	}

	/** How many of those that are remembered were told by the mark. */
	#heardBy(mark: string | undefined): number | undefined {
		const [epoch, instant] = mark?.split('.') ?? [];
		const by = Number(instant);
		if (epoch !== this.#epoch || !(by >= this.#forgotten && by <= this.#latest)) return undefined;
		return this.#told.findLastIndex(({ at }) => at <= by) + 1;
	}

	#instant(): number {
		this.#latest = Math.max(this.#latest + 1, Math.floor((performance.now() - this.#begunAt) * 1_000));
		return this.#latest;
	}
}

function hasRow<Heard extends { told: Told }>(heard: Heard): heard is Heard & { told: { seq: number } } {
	return 'seq' in heard.told && heard.told.seq !== null;
}
