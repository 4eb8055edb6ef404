import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { closureDays } from '#lib/server/queries/closure-days.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { removeClosureDay } from '#lib/server/use-cases/remove-closure-day.ts';
import { carryOut } from '../carry-out.ts';
import { addClosureDaysForm, removeClosureDayForm } from '../forms.ts';
import { administratorOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	administratorOf(locals);
	const moved = url.searchParams.get('moved');
	return {
		...(await closureDays(locals.reading)),
		// How many open waits the day just added has moved.
		moved: moved !== null && /^\d{1,6}$/.test(moved) ? Number(moved) : undefined,
		requestKey: randomUUID(),
	};
};

export const actions: Actions = {
	add: async (event) => {
		const done = await carryOut(event, 'add', addClosureDaysForm, addClosureDays, {});
		return done.ok ? redirect(303, `/admin/calendar?moved=${done.value.moved.length}`) : done.back;
	},
	remove: async (event) => {
		const done = await carryOut(event, 'remove', removeClosureDayForm, removeClosureDay, {});
		return done.ok ? redirect(303, '/admin/calendar?done=closure-day-removed') : done.back;
	},
};
