import type { ResolvedAs } from '#lib/domain/queue.ts';
import type { Standing } from '#lib/domain/ticket.ts';
import type { Words } from '#lib/messages/words.ts';

/** How a ticket stands for its reader, who opened it or reads that of a colleague. */
export type ReadStanding = {
	state: Standing['state'];
	resolvedAs?: ResolvedAs | undefined;
	openedByMe: boolean;
};

/** Whose turn it is, in one sentence. */
export function sentenceOf({ state, resolvedAs, openedByMe }: ReadStanding, { portal }: Words): string {
	if (state === 'resolved') return portal.ended[resolvedAs ?? 'solved'];
	return state === 'awaiting-customer' && !openedByMe ? portal.theirSentence : portal.sentence[state];
}

/** What that means. */
export function explainedOf({ state, openedByMe }: ReadStanding, { ticketPage }: Words): string {
	return state === 'awaiting-customer' && !openedByMe ? ticketPage.theirExplained : ticketPage.explained[state];
}
