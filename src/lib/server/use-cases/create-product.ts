import { productName } from '#lib/domain/administration.ts';
import { done } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

export type CreateProduct = Administering & { name: string };

/** A software that is sold and supported, from now on. */
export async function createProduct(
	desk: Desk,
	viewer: Viewer,
	input: CreateProduct,
): Promise<AdministrationOutcome<{ product: number }>> {
	return administer(desk, viewer, 'create-product', input, async (tx, at) => {
		const name = productName(input.name);
		if (!name.ok) return name;
		const { id } = await tx
			.insertInto('product')
			.values({ name: name.value, created_at: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		await record(tx, desk, { at, verb: 'product-created', by: viewer.id, about: { product: id } });
		return done({ product: id });
	});
}
