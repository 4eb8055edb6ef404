import { randomUUID } from 'node:crypto';
import { createStaff } from '#lib/server/use-cases/create-staff.ts';
import { carryOut } from '../../carry-out.ts';
import { staffForm } from '../../forms.ts';
import { issuedTo } from '../../issued-to.ts';
import { administratorOf } from '../../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	administratorOf(locals);
	return { requestKey: randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		const done = await carryOut(event, 'create', staffForm, createStaff, {});
		return done.ok ? { issued: await issuedTo(event, done.value) } : done.back;
	},
};
