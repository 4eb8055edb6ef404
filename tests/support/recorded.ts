import type { AuditVerb } from '#lib/domain/audit-verbs.ts';
import type { Desk } from '#lib/server/desk.ts';

/** The entries of the audit log that tell of these, in the order in which they were written. */
export async function recorded({ db }: Desk, ...verbs: AuditVerb[]) {
	const entries = db
		.selectFrom('audit_log')
		.select(['verb', 'actor', 'subject', 'customer', 'details'])
		.$if(verbs.length > 0, (query) => query.where('verb', 'in', verbs));
	return entries.orderBy('id').execute();
}
