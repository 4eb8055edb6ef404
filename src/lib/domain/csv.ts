/**
 * What a spreadsheet would read as a formula, and run (OWASP, CSV injection); and what looks as if we had made it harmless already, so that
 * the way back knows whose apostrophe it is.
 */
const formula = /^'*[=+\-@\t\r]/;

/**
 * A row of a CSV file (RFC 4180), its line ended. A field that a spreadsheet would take for a formula begins with an apostrophe, with
 * which it shows as it is.
 */
export function csvRow(fields: readonly string[]): string {
	return `${fields.map(csvField).join(';')}\r\n`;
}

/** Tells a spreadsheet that what follows is UTF-8. */
export const csvBegin = '\uFEFF';

/** The text of a field as it was before `csvRow` wrote it. */
export function textOfField(field: string): string {
	return field.startsWith("'") && formula.test(field) ? field.slice(1) : field;
}

function csvField(text: string): string {
	const shown = formula.test(text) ? `'${text}` : text;
	return /[;"\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
