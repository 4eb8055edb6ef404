import type { ProofNeeded, SecondFactorRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { proofAsked } from '../access/recent-proof.ts';
import type { Viewer } from '../access/viewer.ts';
import { renewCodes, secondFactorOf } from '../auth/second-factor.ts';
import { record } from '../db/audit-log.ts';
import { tellOfSecondFactor } from '../db/mail-of-second-factor.ts';
import { transact } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** Ten new recovery codes; the former ones count no more. Not kept by a request key, which would keep the codes. */
export async function renewRecoveryCodes(
	desk: Desk,
	viewer: Viewer,
): Promise<Outcome<string[], SecondFactorRefusal | ProofNeeded>> {
	const asked = await proofAsked(desk, viewer);
	if (asked) return asked;
	const account = viewer.id;
	return transact<string[], SecondFactorRefusal>(desk.db, async (tx) => {
		if (!(await secondFactorOf(tx, account))) return refused({ reason: 'no-second-factor' });
		const at = await desk.clock.now(tx);
		const codes = await renewCodes(tx, desk, account);
		await record(tx, desk, { at, verb: 'recovery-codes-renewed', by: account, about: { account } });
		await tellOfSecondFactor(tx, { news: 'codes-renewed', account, at });
		return done(codes);
	});
}
