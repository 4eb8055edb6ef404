/** How a text begins that comes again and again with other values, and is worth a plan that is kept. */
export const kept = '/* kept */ ';

/** More than the product has; whatever comes on top is planned each time, so that no connection keeps plans without end. */
export const mostKept = 500;

const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps what it made of a text, on each connection that sends it: reading and planning a large
 * query takes longer than running it. Undefined for the one that would be too many.
 */
export function keptAs(text: string): string | undefined {
	const known = names.get(text);
	if (known !== undefined || names.size >= mostKept) return known;
	const name = `sportello_${names.size}`;
	names.set(text, name);
	return name;
}
