import type { StaffTicketPage } from '#lib/server/queries/ticket-page.ts';
import type { Act } from '../../acts.ts';

/** What the page offers to its reader; what they may do is decided by the use-case. */
export function offered({ stub, mine }: StaffTicketPage, supervises: boolean): Act[] {
	switch (stub.state) {
		case 'in-hand':
			if (mine) return ['reply', 'await', 'evaluate', 'resolve', 'put-back', 'note'];
			return supervises ? ['put-back', 'note'] : ['note'];
		case 'under-evaluation':
			if (mine) return ['resume', 'note'];
			return supervises ? ['put-back', 'note'] : ['note'];
		case 'awaiting-customer':
			return mine ? ['withdraw', 'note'] : ['note'];
		case 'queued':
		case 'resolved':
			return ['note'];
		default:
			return stub.state satisfies never;
	}
}
