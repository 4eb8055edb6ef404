import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { requestKey } from '#lib/server/forms/parse-form.ts';
import { countWithout, peopleNamed, peopleWithout } from '#lib/server/queries/without-credentials.ts';
import { issueToPeople } from '#lib/server/use-cases/issue-to-people.ts';
import { carryOut } from '../../../carry-out.ts';
import { administratorOf } from '../../../reader.ts';
import { askedIn, chosenIn, listAt } from '../asked.ts';
import type { Actions, PageServerLoad } from './$types';

/** Of very many, so many are named. */
const named = 10;

export const load: PageServerLoad = async ({ locals, url }) => {
	administratorOf(locals);
	const { db, clock } = locals.reading;
	const back = listAt(askedIn(url.searchParams));
	const chosen = chosenIn(url.searchParams);
	const page = { back, requestKey: randomUUID() };
	if ('people' in chosen) {
		const people = await peopleNamed(db, chosen.people);
		return { ...page, people, count: people.length, isMore: false };
	}
	const now = await clock.now(db);
	const [{ people: count, isMore }, list] = await Promise.all([
		countWithout(db, chosen.all, now),
		peopleWithout(db, chosen.all, now),
	]);
	const shown = list.people.slice(0, named);
	return { ...page, people: shown.map((each) => ({ ...each, customer: each.customer.name })), count, isMore };
};

/** `expected`: how many the page said they are. */
const confirmForm = z.object({ requestKey, expected: z.coerce.number().int().min(0) });

export const actions: Actions = {
	default: async (event) => {
		const chosen = chosenIn(event.url.searchParams);
		const done = await carryOut(event, 'confirm', confirmForm, issueToPeople, chosen);
		return done.ok ? redirect(303, `/admin/customers/credentials/${done.value.issuing}`) : done.back;
	},
};
