import { done } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

export type DiscardImport = Administering & { import: number };

/** Deletes a preview that nobody has confirmed; one that is gone or confirmed stays what it is. */
export async function discardImport(desk: Desk, viewer: Viewer, input: DiscardImport): Promise<AdministrationOutcome> {
	return administer(desk, viewer, 'discard-import', input, async (tx) => {
		await tx.deleteFrom('customer_import').where('id', '=', input.import).where('confirmed_at', 'is', null).execute();
		return done();
	});
}
