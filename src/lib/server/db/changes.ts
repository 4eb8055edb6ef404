import type { AuditFields } from '#lib/domain/audit-verbs.ts';

/** What the audit log tells of a change: only the fields that differ, as they were and as they are; nothing when none does. */
export function changesBetween<Row extends AuditFields>(
	before: Row,
	after: Row,
): { from: Partial<Row>; to: Partial<Row> } | undefined {
	const changed: (keyof Row)[] = Object.keys(after).filter((field) => before[field] !== after[field]);
	if (changed.length === 0) return undefined;
	const pick = (row: Row) => Object.fromEntries(changed.map((field) => [field, row[field]])) as Partial<Row>;
	return { from: pick(before), to: pick(after) };
}
