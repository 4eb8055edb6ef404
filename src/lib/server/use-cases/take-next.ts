import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { servingAgent } from '../db/agents.ts';
import { headFor } from '../db/next-in-line.ts';
import { once } from '../db/once.ts';
import { policyNow } from '../db/policy.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import type { Desk } from '../desk.ts';

export type TakingRefusal =
	| { reason: 'in-hand-limit'; limit: number; tickets: number[] }
	| { reason: 'nothing-queued' }
	| { reason: 'account-disabled' }
	| RepeatedKey;

/**
 * The only way to put a ticket in hand (P4): the lowest arrival number among those the agent may serve, never a choice. It starts
 * at the counter and locks no ticket row; the head of the line is read after the counter is held, and the write is guarded.
 * Whoever takes is at the desk: an agent who was not on duty is from then on.
 */
export async function takeNext(
	desk: Desk,
	viewer: StaffViewer,
	{ requestKey }: { requestKey: string },
): Promise<Outcome<{ ticket: number }, TakingRefusal>> {
	const request = { account: viewer.id, act: 'take-next', key: requestKey, content: {} };
	return once<{ ticket: number }, TakingRefusal>(desk, request, async (tx) => {
		const counter = await lockCounter(tx, desk.clock);
		const agent = await servingAgent(tx, viewer.id);
		// Whoever disables an agent puts back, behind the counter too, what the agent has in hand (P4).
		if (!agent || agent.disabled) return refused({ reason: 'account-disabled' });
		const { inHandLimit: limit } = await policyNow(tx);
		if (agent.inHand.length >= limit) return refused({ reason: 'in-hand-limit', limit, tickets: agent.inHand });
		const head = await headFor(tx, agent, counter.at);
		if (!head) return refused({ reason: 'nothing-queued' });

		const { id } = agent;
		if (!agent.onDuty) await record(tx, counter, { type: 'duty', actor: id, agent: id, on: true });
		await record(tx, counter, { type: 'taken', actor: id, agent: id, ...head });
		return done({ ticket: head.ticket });
	});
}
