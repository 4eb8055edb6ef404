import { emailOf } from '../email.ts';
import { type Cells, oneLine } from './columns.ts';
import { keyOf } from './fate.ts';

const told = ['name', 'language', 'username'] as const;

/**
 * For each row the line of an earlier one that calls the same person otherwise, or nothing: were both carried out, the same file would
 * change something every time it is brought. What is left empty contradicts nothing.
 */
export function contradictions(rows: readonly { line: number; cells: Cells }[]): (number | null)[] {
	const first = new Map<string, number>();
	const says = new Map<string, string>();
	return rows.map(({ line, cells }) => {
		const email = emailOf(cells.email);
		if (!email) return null;
		let against: number | null = null;
		for (const column of told) {
			const cell = oneLine(cells[column]);
			const where = `${keyOf(email)} ${column}`;
			const said = says.get(where);
			if (cell && said === undefined) {
				says.set(where, cell);
				first.set(where, line);
			} else if (cell && said !== cell) against ??= first.get(where) ?? null;
		}
		return against;
	});
}
