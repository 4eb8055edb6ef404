import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { key } from '#lib/server/forms/parse-form.ts';
import { products } from '#lib/server/queries/products.ts';
import { createProduct } from '#lib/server/use-cases/create-product.ts';
import { renameProduct } from '#lib/server/use-cases/rename-product.ts';
import { carryOut } from '../carry-out.ts';
import { createProductForm, renameProductForm } from '../forms.ts';
import { administratorOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	administratorOf(locals);
	return {
		products: await products(locals.desk.db),
		// Which row is a form: in the address, so that renaming works without JavaScript.
		renaming: key.safeParse(url.searchParams.get('rename')).data,
		requestKey: randomUUID(),
	};
};

export const actions: Actions = {
	create: async (event) => {
		const done = await carryOut(event, 'create', createProductForm, createProduct, {});
		return done.ok ? redirect(303, '/admin/products?done=product-created') : done.back;
	},
	rename: async (event) => {
		const done = await carryOut(event, 'rename', renameProductForm, renameProduct, {});
		return done.ok ? redirect(303, '/admin/products?done=product-renamed') : done.back;
	},
};
