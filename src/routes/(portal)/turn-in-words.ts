import type { Words } from '#lib/messages/words.ts';
import type { Stub } from '#lib/server/queries/stubs.ts';

export type WithTurn = Pick<Stub, 'turn' | 'state' | 'openedByMe'>;

/** Where a ticket stands, as its reader is told: a colleague's waits for any of them, not for the reader alone. */
export function turnInWords({ turn, state, openedByMe }: WithTurn, { turn: { brief } }: Words): string {
	return turn === 'customer' && !openedByMe ? brief.theirTurn : brief.forCustomer[state];
}
