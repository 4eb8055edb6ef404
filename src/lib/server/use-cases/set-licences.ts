import type { Transaction } from 'kysely';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { productNames, productsExist } from '../db/products.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

/** `products` are all the customer is licensed for from now on; tickets already open stay what they are. */
export type SetLicences = Administering & { customer: number; products: number[] };

export async function setLicences(desk: Desk, viewer: Viewer, input: SetLicences): Promise<AdministrationOutcome> {
	return administer(desk, viewer, 'set-licences', input, async (tx, at) => {
		const { customer } = input;
		const wanted = new Set(input.products);
		if (!(await lockCustomer(tx, customer)) || !(await productsExist(tx, wanted))) {
			return refused({ reason: 'unknown-record' });
		}
		const licensed = new Set(await licensedProducts(tx, customer));
		const granted = [...wanted.difference(licensed)];
		const withdrawn = [...licensed.difference(wanted)];
		await grant(tx, customer, granted, at);
		await withdraw(tx, customer, withdrawn);
		if (granted.length + withdrawn.length > 0) {
			const details = { granted: await productNames(tx, granted), withdrawn: await productNames(tx, withdrawn) };
			await record(tx, desk, { at, verb: 'licences-changed', by: viewer.id, about: { customer }, details });
		}
		return done();
	});
}

async function lockCustomer(tx: Transaction<DB>, customer: number): Promise<boolean> {
	const row = await tx
		.selectFrom('customer')
		.select('id')
		.where('id', '=', customer)
		.forNoKeyUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

async function licensedProducts(tx: Transaction<DB>, customer: number): Promise<number[]> {
	const rows = await tx.selectFrom('licence').select('product').where('customer', '=', customer).execute();
	return rows.map(({ product }) => product);
}

async function grant(tx: Transaction<DB>, customer: number, products: number[], at: Temporal.Instant): Promise<void> {
	if (products.length === 0) return;
	const rows = products.map((product) => ({ customer, product, granted_at: at }));
	await tx.insertInto('licence').values(rows).execute();
}

async function withdraw(tx: Transaction<DB>, customer: number, products: number[]): Promise<void> {
	if (products.length === 0) return;
	await tx.deleteFrom('licence').where('customer', '=', customer).where('product', 'in', products).execute();
}
