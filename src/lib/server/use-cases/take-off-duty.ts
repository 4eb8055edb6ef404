import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { type StaffViewer, supervises } from '../access/viewer.ts';
import { servingAgent } from '../db/agents.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';
import { leaveTheDesk } from './leave-the-desk.ts';

export type TakeOffDuty = { requestKey: string; agent: number };

type Refusal = { reason: 'supervisors-only' } | { reason: 'unknown-record' };

/**
 * A supervisor takes a colleague off duty who has gone home: what they had in hand is put back (P4), as if they had left the desk
 * themselves. The log tells who did it. Who is off duty already stays so.
 */
export async function takeOffDuty(
	desk: Desk,
	viewer: StaffViewer,
	{ requestKey, agent }: TakeOffDuty,
): Promise<Outcome<{ putBack: number[] }, Refusal | RepeatedKey>> {
	if (!supervises(viewer)) return refused({ reason: 'supervisors-only' });
	const request = { account: viewer.id, act: 'take-off-duty', key: requestKey, content: { agent } };
	return once<{ putBack: number[] }, Refusal>(desk, request, async (tx) => {
		if (!(await servingAgent(tx, agent))) return refused({ reason: 'unknown-record' });
		return done({ putBack: await leaveTheDesk(tx, desk, { agent, actor: viewer.id, reason: 'off-duty' }) });
	});
}
