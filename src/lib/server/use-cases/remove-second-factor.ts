import type { ProofNeeded, SecondFactorRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { proofJustAsked } from '../access/recent-proof.ts';
import { isStaff, type Viewer } from '../access/viewer.ts';
import { remove } from '../auth/second-factor.ts';
import { staffNeedsSecondFactor } from '../auth/sign-in-rule.ts';
import { record } from '../db/audit-log.ts';
import { tellOfSecondFactor } from '../db/mail-of-second-factor.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** Somebody does without a second factor from now on, where they may. Whoever asks for it has shown password and code for it. */
export async function removeSecondFactor(
	desk: Desk,
	viewer: Viewer,
	{ requestKey }: { requestKey: string },
): Promise<Outcome<undefined, SecondFactorRefusal | ProofNeeded | RepeatedKey>> {
	const asked = await proofJustAsked(desk, viewer);
	if (asked) return asked;
	const account = viewer.id;
	const request = { account, act: 'remove-second-factor', key: requestKey, content: {} };
	return once<undefined, SecondFactorRefusal>(desk, request, async (tx) => {
		if (isStaff(viewer) && (await staffNeedsSecondFactor(tx, 'lock'))) {
			return refused({ reason: 'second-factor-required' });
		}
		if (!(await remove(tx, account))) return refused({ reason: 'no-second-factor' });
		const at = await desk.clock.now(tx);
		await record(tx, desk, { at, verb: 'second-factor-removed', by: account, about: { account } });
		await tellOfSecondFactor(tx, { news: 'removed', account, at });
		return done();
	});
}
