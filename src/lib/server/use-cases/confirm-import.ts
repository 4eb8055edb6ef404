import { sql } from 'kysely';
import { importKeptDays } from '#lib/domain/customer-file/limits.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administerProved } from './administer.ts';

export type ConfirmImport = Administering & { import: number };

/** From now on a previewed file is carried out, by a job; confirmed again, nothing more happens. */
export async function confirmImport(desk: Desk, viewer: Viewer, input: ConfirmImport): Promise<AdministrationOutcome> {
	return administerProved(desk, viewer, 'confirm-import', input, async (tx, at) => {
		const found = await tx
			.selectFrom('customer_import')
			.select(['file', 'rows', 'confirmed_at'])
			.where('id', '=', input.import)
			.where('made_at', '>', at.subtract({ hours: 24 * importKeptDays }))
			.forUpdate()
			.executeTakeFirst();
		if (!found) return refused({ reason: 'unknown-record' });
		const { file, rows, confirmed_at } = found;
		if (confirmed_at) return done();
		await tx
			.updateTable('customer_import')
			.set({ confirmed_by: viewer.id, confirmed_at: at })
			.where('id', '=', input.import)
			.execute();
		await record(tx, desk, { at, by: viewer.id, verb: 'import-confirmed', details: { file, rows } });
		const payload = JSON.stringify({ import: input.import });
		await sql`select graphile_worker.add_job('carry-out-import', ${payload}::json)`.execute(tx);
		return done();
	});
}
