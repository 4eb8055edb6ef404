import { productName } from '#lib/domain/administration.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

export type RenameProduct = Administering & { product: number; name: string };

/** The new name stands everywhere, on tickets of the past too. */
export async function renameProduct(desk: Desk, viewer: Viewer, input: RenameProduct): Promise<AdministrationOutcome> {
	return administer(desk, viewer, 'rename-product', input, async (tx, at) => {
		const name = productName(input.name);
		if (!name.ok) return name;
		const before = await tx
			.selectFrom('product')
			.select('name')
			.where('id', '=', input.product)
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!before) return refused({ reason: 'unknown-record' });
		if (before.name === name.value) return done();
		await tx.updateTable('product').set({ name: name.value }).where('id', '=', input.product).execute();
		const details = { from: { name: before.name }, to: { name: name.value } };
		await record(tx, desk, { at, verb: 'product-renamed', by: viewer.id, about: { product: input.product }, details });
		return done();
	});
}
