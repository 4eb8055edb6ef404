import type { LicensedProduct, Remembered } from '#lib/server/queries/licences.ts';

/** What a form to open a ticket begins with, and where that comes from. */
export type Beginning = Omit<Remembered, 'ticket'> & { from: { ticket: number; sameProduct: boolean } | undefined };

/**
 * Where a product runs, as last told of it; where nothing was, system and tools of the newest ticket. `products` come newest
 * first. A version belongs to its product alone.
 */
export function remembered(products: readonly LicensedProduct[], product: string): Beginning {
	const same = products.find(({ id }) => String(id) === product)?.last;
	if (same && (same.version || same.operatingSystem || same.tools)) {
		const { ticket, ...told } = same;
		return { ...told, from: { ticket, sameProduct: true } };
	}
	const newest = products[0]?.last;
	const { operatingSystem = '', tools = '' } = newest ?? {};
	const from = newest && (operatingSystem || tools) ? { ticket: newest.ticket, sameProduct: false } : undefined;
	return { version: '', operatingSystem, tools, from };
}
