import type { Change } from '#lib/domain/queue.ts';

/** What was acknowledged, to the last fact and the last word: at the end the database has exactly this, each once. */
export class Ledger {
	/** The rows of the queue log, in order, as `factOf` writes them. */
	readonly facts: string[] = [];
	/** Every message and every note. */
	readonly texts: string[] = [];
	/** Every reminder: of which ticket, and when it went out. */
	readonly reminders: string[] = [];
	/** What went against the policy, or could not be explained. */
	readonly wrong: string[] = [];
	/** How many acts were refused, by reason. */
	readonly refusals = new Map<string, number>();
	acts = 0;
	lapses = 0;
	crashes = 0;
	repeated = 0;

	entered(type: Change['type'], ticket: number | undefined, actor: number | undefined): void {
		this.facts.push(factOf(type, ticket, actor));
	}

	refused(reason: string): void {
		this.refusals.set(reason, (this.refusals.get(reason) ?? 0) + 1);
	}
}

export function factOf(type: string, ticket: number | null | undefined, actor: number | null | undefined): string {
	return `${type}${ticket ? ` of ticket ${ticket}` : ''}${actor ? ` by ${actor}` : ''}`;
}
