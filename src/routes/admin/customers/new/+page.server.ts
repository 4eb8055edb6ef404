import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { createCustomer } from '#lib/server/use-cases/create-customer.ts';
import { carryOut } from '../../carry-out.ts';
import { customerForm } from '../../forms.ts';
import { administratorOf } from '../../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	administratorOf(locals);
	return { requestKey: randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		const done = await carryOut(event, 'create', customerForm, createCustomer, {});
		return done.ok ? redirect(303, `/admin/customers/${done.value.customer}?done=customer-created`) : done.back;
	},
};
