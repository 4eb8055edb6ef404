import type { ProofNeeded, SessionRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { proofAsked } from '../access/recent-proof.ts';
import type { Viewer } from '../access/viewer.ts';
import { endOwnSessions } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** One of one's own by its key, or all but the one whose token is given. */
export type EndSessions = { requestKey: string } & ({ session: number } | { allBut: string });

/** Somebody signs out where they are not: a telephone lost, a computer of somebody else's. At once. */
export async function endSessions(
	desk: Desk,
	viewer: Viewer,
	{ requestKey, ...chosen }: EndSessions,
): Promise<Outcome<undefined, SessionRefusal | ProofNeeded | RepeatedKey>> {
	const asked = await proofAsked(desk, viewer);
	if (asked) return asked;
	const request = { account: viewer.id, act: 'end-sessions', key: requestKey, content: chosen };
	return once<undefined, SessionRefusal>(desk, request, async (tx) => {
		const sessions = await endOwnSessions(tx, viewer.id, chosen);
		if (sessions.length === 0) return 'session' in chosen ? refused({ reason: 'unknown-session' }) : done();
		const at = await desk.clock.now(tx);
		const about = { account: viewer.id };
		const details = { sessions: sessions.length };
		await record(tx, desk, { at, verb: 'sessions-ended', by: viewer.id, about, details });
		return done();
	});
}
