import type { ProofNeeded, SecondFactorRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { proofAsked } from '../access/recent-proof.ts';
import type { Viewer } from '../access/viewer.ts';
import { begin } from '../auth/second-factor.ts';
import { transact } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** Somebody wants a second factor: a secret is made to be shown. Nothing asks for its codes until a first one has come back. */
export async function beginSecondFactor(
	desk: Desk,
	viewer: Viewer,
): Promise<Outcome<undefined, SecondFactorRefusal | ProofNeeded>> {
	const asked = await proofAsked(desk, viewer);
	if (asked) return asked;
	return transact<undefined, SecondFactorRefusal>(desk.db, async (tx) => {
		const begun = await begin(tx, desk, viewer.id, await desk.clock.now(tx));
		return begun ? done() : refused({ reason: 'second-factor-there' });
	});
}
