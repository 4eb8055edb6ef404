import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { supervises } from '#lib/server/access/viewer.ts';
import { products } from '#lib/server/queries/products.ts';
import { createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import { staffOf } from '../../reader.ts';
import { carryOut } from '../carry-out.ts';
import { createForm } from '../forms.ts';
import { previewed } from '../preview.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const viewer = staffOf(locals);
	const named = await products(locals.reading.db);
	return {
		products: named.map(({ id, name }) => ({ value: String(id), label: name })),
		mayShare: supervises(viewer),
		begins: { language: locals.language, whose: 'personal' },
		requestKey: randomUUID(),
	};
};

export const actions: Actions = {
	create: async (event) => {
		const done = await carryOut(event, createForm, createSavedReply, {});
		return done.ok ? redirect(303, '/desk/replies?done=saved') : done.back;
	},
	preview: previewed,
};
