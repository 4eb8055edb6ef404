import type { Transaction } from 'kysely';
import { recordEvent } from './events.ts';
import type { WrittenText } from './messages.ts';
import { tellTicket } from './tell.ts';
import type { DB } from './types.ts';

export type NewNote = { ticket: number; author: number; text: WrittenText; at: Temporal.Instant };

/** Writes an internal note, and that it was written. */
export async function insertNote(tx: Transaction<DB>, { ticket, author, text, at }: NewNote): Promise<void> {
	await tx
		.insertInto('note')
		.values({ ticket, author, ...text, created_at: at })
		.returning(tellTicket(ticket, { staffOnly: true }).as('told'))
		.execute();
	await recordEvent(tx, { at, type: 'noted', actor: author, ticket });
}
