import { endSession } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';

/** Ends the session of this token; the others of the same account go on. */
export async function signOut(desk: Desk, token: string): Promise<void> {
	await desk.db.transaction().execute(async (tx) => {
		const account = await endSession(tx, token);
		if (account === undefined) return;
		const at = await desk.clock.now(tx);
		await record(tx, desk, { at, verb: 'signed-out', by: account, about: { account } });
	});
}
