import { randomBytes } from 'node:crypto';
import type { Told } from '../db/tell.ts';

/** How much of what was told is remembered. */
const kept = 5_000;

/**
 * What this process was told of late. A mark is a point in it: a page that was read at a mark shows all that was told before.
 * Whenever something may have been missed, all marks of before are unknown.
 */
export class Recent {
	#epoch: string | undefined;
	#count = 0;
	#told: Told[] = [];

	/** Every one that is told from now on is heard. */
	begin(): void {
		this.#epoch = randomBytes(6).toString('base64url');
		this.#count = 0;
		this.#told = [];
	}

	/** Some may not be heard from now on. */
	end(): void {
		this.#epoch = undefined;
	}

	hear(told: Told): void {
		this.#count += 1;
		this.#told.push(told);
		if (this.#told.length > 2 * kept) this.#told.splice(0, kept);
	}

	get isHearing(): boolean {
		return this.#epoch !== undefined;
	}

	/** Now. */
	get mark(): string {
		return this.#epoch === undefined ? '' : `${this.#epoch}.${this.#count}`;
	}

	/** Whether, since the mark, something was told of which `concerns` is true; also where nobody knows any more. */
	hasHeard(since: string | undefined, concerns: (told: Told) => boolean): boolean {
		const heard = this.#heardBy(since);
		return heard === undefined || this.#told.slice(heard).some(concerns);
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
		if (before) return before.seq;
		const next = this.#told.slice(heard).find(hasRow);
		return next && next.seq - 1;
	}

	/** How many of those that are remembered were told by the mark. */
	#heardBy(mark: string | undefined): number | undefined {
		const [epoch, count] = mark?.split('.') ?? [];
		const heard = this.#told.length - (this.#count - Number(count));
		return epoch === this.#epoch && heard >= 0 && heard <= this.#told.length ? heard : undefined;
	}
}

function hasRow(told: Told): told is Told & { seq: number } {
	return 'seq' in told && told.seq !== null;
}
