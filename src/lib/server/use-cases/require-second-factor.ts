import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { secondFactorOf } from '../auth/second-factor.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administerProved } from './administer.ts';

export type RequireSecondFactor = Administering & { required: boolean };

/**
 * Whether staff must have a second factor. Who has none sets it up at the next sign-in; whoever asks it of the others has one. Sessions
 * that are open go on until they end.
 */
export async function requireSecondFactor(
	desk: Desk,
	viewer: Viewer,
	input: RequireSecondFactor,
): Promise<AdministrationOutcome> {
	const { required } = input;
	return administerProved(desk, viewer, 'require-second-factor', input, async (tx, at) => {
		if (required && !(await secondFactorOf(tx, viewer.id))) return refused({ reason: 'own-second-factor-first' });
		const changed = await tx
			.updateTable('sign_in_rule')
			.set({ second_factor_for_staff: required })
			.where('second_factor_for_staff', '<>', required)
			.executeTakeFirst();
		if (changed.numUpdatedRows === 0n) return done();
		const verb = required ? 'second-factor-required' : 'second-factor-not-required';
		await record(tx, desk, { at, verb, by: viewer.id });
		return done();
	});
}
