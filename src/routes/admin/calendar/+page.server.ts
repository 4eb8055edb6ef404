import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { calendarYear } from '#lib/server/queries/calendar-year.ts';
import { justClosed } from '#lib/server/queries/just-closed.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { removeClosureDays } from '#lib/server/use-cases/remove-closure-days.ts';
import { carryOut } from '../carry-out.ts';
import { addClosureDaysForm, removeClosureDaysForm } from '../forms.ts';
import { administratorOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';
import { previewIn } from './preview.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = administratorOf(locals);
	const { searchParams } = url;
	const saysClosed = searchParams.get('done') === 'closure-days-added';
	return {
		calendar: await calendarYear(locals.reading, numberIn(searchParams, 'year')),
		asked: await previewIn(locals, searchParams),
		closed: saysClosed ? await justClosed(locals.reading, viewer) : undefined,
		requestKey: randomUUID(),
	};
};

export const actions: Actions = {
	add: async (event) => {
		const done = await carryOut(event, 'add', addClosureDaysForm, addClosureDays, {});
		if (!done.ok) return done.back;
		redirect(303, `/admin/calendar?year=${done.value.closed[0]?.slice(0, 4)}&done=closure-days-added`);
	},
	remove: async (event) => {
		const done = await carryOut(event, 'remove', removeClosureDaysForm, removeClosureDays, {});
		if (!done.ok) return done.back;
		const year = numberIn(event.url.searchParams, 'year');
		const said = done.value.length === 1 ? 'closure-day-removed' : 'closure-days-removed';
		redirect(303, `/admin/calendar?${year === undefined ? '' : `year=${year}&`}done=${said}`);
	},
};

/** A number as an address carries it, or nothing. */
function numberIn(parameters: URLSearchParams, name: string): number | undefined {
	const typed = parameters.get(name);
	return typed !== null && /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
}
