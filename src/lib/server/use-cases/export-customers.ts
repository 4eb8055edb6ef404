import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { transact } from '../db/once.ts';
import type { Desk } from '../desk.ts';
import { countExported } from '../queries/exported-customers.ts';

/** That customers and people are taken out is recorded before a byte of them leaves. */
export function exportCustomers(
	desk: Desk,
	viewer: StaffViewer,
): Promise<Outcome<undefined, { reason: 'administrators-only' }>> {
	return transact(desk.db, async (tx) => {
		if (viewer.role !== 'administrator') return refused({ reason: 'administrators-only' });
		const details = { rows: await countExported(tx) };
		await record(tx, desk, { at: await desk.clock.now(tx), verb: 'customers-exported', by: viewer.id, details });
		return done();
	});
}
