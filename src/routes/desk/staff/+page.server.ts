import { randomUUID } from 'node:crypto';
import { type ActionFailure, error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { supervises } from '#lib/server/access/viewer.ts';
import { key, listOf, requestKey } from '#lib/server/forms/parse-form.ts';
import { colleagues } from '#lib/server/queries/colleagues.ts';
import { takeOffDuty } from '#lib/server/use-cases/take-off-duty.ts';
import { type BroughtBack, receive } from '../../receive.ts';
import { staffOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = staffOf(locals);
	const staff = await colleagues(locals.reading);
	const off = key.safeParse(url.searchParams.get('off')).data;
	const leaver = staff.colleagues.find(({ id, onDuty }) => id === off && !onDuty);
	const putBack = listOf(key).safeParse(url.searchParams.getAll('put-back')).data ?? [];
	return {
		...staff,
		supervises: supervises(viewer),
		administers: viewer.role === 'administrator',
		done: leaver && { name: leaver.name, putBack },
		requestKey: randomUUID(),
	};
};

const offDutyForm = z.object({ requestKey, agent: key });

export const actions: Actions = {
	'off-duty': async (event): Promise<ActionFailure<BroughtBack>> => {
		const viewer = staffOf(event.locals);
		const received = await receive(event, offDutyForm);
		if (!received.ok) return received.back;
		const outcome = await takeOffDuty(event.locals.desk, viewer, received.value);
		if (outcome.ok) redirect(303, `/desk/staff?${about(received.value.agent, outcome.value.putBack)}#done`);
		if (outcome.refusal.reason === 'unknown-record') error(404);
		const { status, data } = received.refuse(outcome.refusal);
		return fail(status, data);
	},
};

function about(agent: number, putBack: readonly number[]): URLSearchParams {
	return new URLSearchParams([
		['off', String(agent)],
		...putBack.map((ticket) => ['put-back', String(ticket)] as [string, string]),
	]);
}
