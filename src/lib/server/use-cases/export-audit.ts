import { auditExportMost } from '#lib/domain/limits.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { transact } from '../db/once.ts';
import type { Desk } from '../desk.ts';
import { type AuditFilter, countAuditRows } from '../queries/audit-log.ts';

/** `asked` is the filter as its address says it. */
export type ExportAudit = { filter: AuditFilter; asked: string };

/** That the log is taken out is recorded before a byte of it leaves. Answers how many entries go out, the newest first. */
export function exportAudit(
	desk: Desk,
	viewer: StaffViewer,
	{ filter, asked }: ExportAudit,
): Promise<Outcome<{ entries: number }, { reason: 'administrators-only' }>> {
	return transact(desk.db, async (tx) => {
		if (viewer.role !== 'administrator') return refused({ reason: 'administrators-only' });
		const entries = await countAuditRows(tx, filter, auditExportMost);
		const at = await desk.clock.now(tx);
		await record(tx, desk, { at, verb: 'audit-exported', by: viewer.id, details: { entries, filter: asked } });
		return done({ entries });
	});
}
