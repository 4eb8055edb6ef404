import type { JsonObject } from './types.ts';

/** What an event tells of a change: only the fields that differ, as they were and as they are; nothing when none does. */
export function changesBetween<Row extends JsonObject>(
	before: Row,
	after: Row,
): { from: JsonObject; to: JsonObject } | undefined {
	const changed = Object.keys(after).filter((field) => before[field] !== after[field]);
	if (changed.length === 0) return undefined;
	const pick = (row: Row) => Object.fromEntries(changed.map((field) => [field, row[field]]));
	return { from: pick(before), to: pick(after) };
}
