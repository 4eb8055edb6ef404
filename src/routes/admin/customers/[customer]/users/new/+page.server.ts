import { randomUUID } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { customerDetails } from '#lib/server/queries/customers.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { carryOut } from '../../../../carry-out.ts';
import { personForm } from '../../../../forms.ts';
import { issuedTo } from '../../../../issued-to.ts';
import { administratorOf, keyIn } from '../../../../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	administratorOf(locals);
	const customer = (await customerDetails(locals.desk.db, keyIn(params.customer))) ?? error(404);
	return { customer, requestKey: randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		const customer = keyIn(event.params.customer);
		const done = await carryOut(event, 'create', personForm, createUser, { customer });
		return done.ok ? { issued: await issuedTo(event, done.value) } : done.back;
	},
};
