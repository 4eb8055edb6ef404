import type { Transaction } from 'kysely';
import type { DB, JsonObject } from './types.ts';

/** What happened beside the queue: who did what, to which ticket, customer or account. */
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
	| 'account-activated'
	| 'account-changed'
	| 'account-created'
	| 'account-disabled'
	| 'account-enabled'
	| 'activation-issued'
	| 'closure-days-added'
	| 'closure-days-removed'
	| 'coverage-changed'
	| 'customer-changed'
	| 'customer-created'
	| 'customer-note-removed'
	| 'customer-noted'
	| 'environment-updated'
	| 'installation-set-up'
	| 'lapse-moved'
	| 'licences-changed'
	| 'noted'
	| 'notices-chosen'
	| 'policy-saved'
	| 'preferences-changed'
	| 'product-created'
	| 'product-renamed'
	| 'rated'
	| 'replied'
	| 'saved-reply-changed'
	| 'saved-reply-created'
	| 'saved-reply-removed'
	| 'sessions-ended'
	| 'signed-in'
	| 'signed-out'
	| 'users-disabled';

/** Written in the transaction of the act it tells of. */
export async function recordEvent(tx: Transaction<DB>, { data = {}, ...event }: Event): Promise<void> {
	await tx
		.insertInto('event')
		.values({ ...event, data })
		.execute();
}
