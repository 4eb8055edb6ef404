import { type DraftAct, draftActs } from '#lib/domain/drafts.ts';
import type { StaffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import type { Act } from '../../acts.ts';

/** Rarer than the others: folded behind one line. */
const rareActs = ['hand-over', 'move-lane', 'correct-product', 'merge'] as const satisfies readonly Act[];
export type RareAct = (typeof rareActs)[number];

export function isRare(act: Act): act is RareAct {
	return rareActs.some((rare) => rare === act);
}

/** Whether something is written with it, which is kept in a draft. */
export function isWritten(act: Act): act is DraftAct {
	return draftActs.some((written) => written === act);
}

/** What the page offers to its reader; what they may do is decided by the use-case. */
export function offered({ stub, mine }: StaffTicketPage, supervises: boolean): Act[] {
	switch (stub.state) {
		case 'in-hand':
			if (mine) return ['reply', 'await', 'evaluate', 'resolve', 'put-back', ...rareActs, 'note'];
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
