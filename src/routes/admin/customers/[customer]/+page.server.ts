import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { key } from '#lib/server/forms/parse-form.ts';
import { usersOf } from '#lib/server/queries/accounts.ts';
import { customerDetails } from '#lib/server/queries/customers.ts';
import { products } from '#lib/server/queries/products.ts';
import { changeCustomer } from '#lib/server/use-cases/change-customer.ts';
import { setLicences } from '#lib/server/use-cases/set-licences.ts';
import { carryOut } from '../../carry-out.ts';
import { customerForm, licencesForm } from '../../forms.ts';
import { administratorOf, keyIn } from '../../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	administratorOf(locals);
	const { reading: desk } = locals;
	const customer = (await customerDetails(desk.db, keyIn(params.customer))) ?? error(404);
	return {
		customer,
		users: await usersOf(desk, customer.id, key.safeParse(url.searchParams.get('people')).data),
		products: await products(desk.db),
		requestKey: randomUUID(),
	};
};

export const actions: Actions = {
	change: async (event) => {
		const customer = keyIn(event.params.customer);
		const done = await carryOut(event, 'change', customerForm, changeCustomer, { customer });
		return done.ok ? redirect(303, `/admin/customers/${customer}?done=customer-changed`) : done.back;
	},
	licences: async (event) => {
		const customer = keyIn(event.params.customer);
		const done = await carryOut(event, 'licences', licencesForm, setLicences, { customer });
		return done.ok ? redirect(303, `/admin/customers/${customer}?done=licences-changed`) : done.back;
	},
};
