import type { Transaction } from 'kysely';
import type { DB, JsonObject } from './types.ts';

/** What happened beside the queue and beside access (`audit-log.ts`): who did what, to which ticket, customer or account. */
export type Event = {
	at: Temporal.Instant;
	type: EventType;
	actor: number | null;
	ticket?: number;
	customer?: number;
	account?: number;
	data?: JsonObject;
};

export type EventType =
	| 'customer-note-removed'
	| 'customer-noted'
	| 'environment-updated'
	| 'lapse-moved'
	| 'noted'
	| 'notices-chosen'
	| 'preferences-changed'
	| 'rated'
	| 'replied'
	| 'users-disabled';

/** Written in the transaction of the act it tells of. */
export async function recordEvent(tx: Transaction<DB>, { data = {}, ...event }: Event): Promise<void> {
	await tx
		.insertInto('event')
		.values({ ...event, data })
		.execute();
}
