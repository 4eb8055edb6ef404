import type { OpenState } from './queue.ts';

/** Whose turn it is. Support's evaluation is still support's turn (P5). */
export type Turn = 'support' | 'customer' | 'in-hand' | 'resolved';

export type TicketState = OpenState | 'resolved';

export function turnOf(state: TicketState): Turn {
	switch (state) {
		case 'queued':
		case 'under-evaluation':
			return 'support';
		case 'in-hand':
			return 'in-hand';
		case 'awaiting-customer':
			return 'customer';
		case 'resolved':
			return 'resolved';
		default:
			return state satisfies never;
	}
}
