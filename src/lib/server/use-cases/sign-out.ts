import { endSession } from '../auth/sessions.ts';
import { recordEvent } from '../db/events.ts';
import type { Desk } from '../desk.ts';

/** Ends the session of this token; the others of the same account go on. */
export async function signOut(desk: Desk, token: string): Promise<void> {
	await desk.db.transaction().execute(async (tx) => {
		const account = await endSession(tx, token);
		if (account === undefined) return;
		await recordEvent(tx, { at: await desk.clock.now(tx), type: 'signed-out', actor: account, account });
	});
}
