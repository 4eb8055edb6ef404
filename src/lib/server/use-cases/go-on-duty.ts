import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { servingAgent } from '../db/agents.ts';
import { once } from '../db/once.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import type { Desk } from '../desk.ts';

export type DutyRefusal = { reason: 'account-disabled' };

/** The agent is at the desk from now on (P4); who is on duty already stays so. */
export async function goOnDuty(
	desk: Desk,
	viewer: StaffViewer,
	{ requestKey }: { requestKey: string },
): Promise<Outcome<undefined, DutyRefusal | RepeatedKey>> {
	const request = { account: viewer.id, act: 'go-on-duty', key: requestKey, content: {} };
	return once<undefined, DutyRefusal>(desk, request, async (tx) => {
		const counter = await lockCounter(tx, desk.clock);
		const agent = await servingAgent(tx, viewer.id);
		if (!agent || agent.disabled) return refused({ reason: 'account-disabled' });
		if (!agent.onDuty) await record(tx, counter, { type: 'duty', actor: agent.id, agent: agent.id, on: true });
		return done();
	});
}
