import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { key } from '#lib/server/forms/parse-form.ts';
import { products } from '#lib/server/queries/products.ts';
import { savedReply } from '#lib/server/queries/saved-replies.ts';
import { changeSavedReply } from '#lib/server/use-cases/change-saved-reply.ts';
import { removeSavedReply } from '#lib/server/use-cases/remove-saved-reply.ts';
import { staffOf } from '../../reader.ts';
import { carryOut } from '../carry-out.ts';
import { bareForm, changeForm } from '../forms.ts';
import { previewed, previewOf } from '../preview.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const viewer = staffOf(locals);
	const { db } = locals.reading;
	const [reply, named] = await Promise.all([savedReply(db, viewer, replyIn(params)), products(db)]);
	if (!reply) error(404);
	return {
		reply,
		preview: previewOf(reply, viewer.name, locals),
		products: named.map(({ id, name }) => ({ value: String(id), label: name })),
		requestKey: randomUUID(),
	};
};

export const actions: Actions = {
	change: async (event) => {
		const done = await carryOut(event, changeForm, changeSavedReply, { reply: replyIn(event.params) });
		return done.ok ? redirect(303, '/desk/replies?done=saved') : done.back;
	},
	remove: async (event) => {
		const done = await carryOut(event, bareForm, removeSavedReply, { reply: replyIn(event.params) });
		return done.ok ? redirect(303, '/desk/replies?done=removed') : done.back;
	},
	preview: previewed,
};

function replyIn(params: { reply: string }): number {
	const reply = key.safeParse(params.reply);
	return reply.success ? reply.data : error(404);
}
