import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { staffNeedsSecondFactor } from '#lib/server/auth/sign-in-rule.ts';
import { staff } from '#lib/server/queries/accounts.ts';
import { requireSecondFactor } from '#lib/server/use-cases/require-second-factor.ts';
import { carryOut } from '../carry-out.ts';
import { bareForm } from '../forms.ts';
import { administratorOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { id } = administratorOf(locals);
	const required = await staffNeedsSecondFactor(locals.reading.db);
	return { you: id, staff: await staff(locals.reading), required, requestKey: randomUUID() };
};

export const actions: Actions = {
	require: async (event) => {
		const done = await carryOut(event, 'require', bareForm, requireSecondFactor, { required: true });
		return done.ok ? redirect(303, '/admin/staff?done=second-factor-required') : done.back;
	},
	'not-require': async (event) => {
		const done = await carryOut(event, 'not-require', bareForm, requireSecondFactor, { required: false });
		return done.ok ? redirect(303, '/admin/staff?done=second-factor-not-required') : done.back;
	},
};
