import { done, type Outcome, type RepeatedKey } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';
import { leaveTheDesk } from './leave-the-desk.ts';

/** The agent leaves the desk: what is in hand is put back (P4), all at one moment. Who is off duty already stays so. */
export async function goOffDuty(
	desk: Desk,
	viewer: StaffViewer,
	{ requestKey }: { requestKey: string },
): Promise<Outcome<{ putBack: number[] }, RepeatedKey>> {
	const request = { account: viewer.id, act: 'go-off-duty', key: requestKey, content: {} };
	return once<{ putBack: number[] }, never>(desk, request, async (tx) => {
		const putBack = await leaveTheDesk(tx, desk, { agent: viewer.id, actor: viewer.id, reason: 'off-duty' });
		return done({ putBack });
	});
}
