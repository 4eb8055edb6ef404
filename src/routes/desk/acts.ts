import type { Standing } from '#lib/domain/ticket.ts';

/** What an agent does to a ticket; each is a named form action of the ticket's page. */
export const acts = [
	'reply',
	'note',
	'evaluate',
	'await',
	'resolve',
	'put-back',
	'resume',
	'withdraw',
	'hand-over',
	'move-lane',
	'correct-product',
	'merge',
] as const;
export type Act = (typeof acts)[number];

/** By which key each is unfolded, by its Italian name. What leads back to the queue has one; of those a ticket has one at a time. */
export const keysOf = {
	reply: 'r',
	note: 'n',
	evaluate: 'v',
	await: 'a',
	resolve: 's',
	'put-back': 'c',
	resume: 'c',
	withdraw: 'c',
	'hand-over': 'o',
	'move-lane': 'm',
	'correct-product': 'w',
	merge: 'u',
} as const satisfies Record<Act, string>;

/** The acts after which the agent is back at the desk, ready to take the next; and how the ticket stands then. */
export const stateAfter = {
	evaluate: 'under-evaluation',
	await: 'awaiting-customer',
	resolve: 'resolved',
	'put-back': 'queued',
	resume: 'queued',
	withdraw: 'queued',
	'hand-over': 'queued',
	'move-lane': 'queued',
	merge: 'resolved',
} as const satisfies Partial<Record<Act, Standing['state']>>;
export const doneActs = Object.keys(stateAfter) as (keyof typeof stateAfter)[];
