import type { ConversationItem } from '#lib/server/queries/conversation.ts';

const cameBack = ['replied', 'resumed', 'withdrawn'] as const;

/** Why whoever has a ticket in hand was given it: what it had been queued for when it was taken, besides that it was the first (P4). */
export type WhyMine = { reason: 'first' | (typeof cameBack)[number] } | { reason: 'handed-over'; by: string };

/** By the last taking there is in its conversation. */
export function whyMine(items: readonly ConversationItem[]): WhyMine {
	const facts = items.filter((item) => item.kind === 'happening');
	const taken = facts.findLastIndex(({ type }) => type === 'taken');
	const queued = facts.slice(0, Math.max(0, taken)).findLast(({ type }) => type === 'queued' || type === 'moved');
	if (queued?.reason === 'handed-over' && queued.actor) return { reason: 'handed-over', by: queued.actor };
	return { reason: cameBack.find((reason) => reason === queued?.reason) ?? 'first' };
}
