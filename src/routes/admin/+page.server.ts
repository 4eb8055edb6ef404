import { firstSteps } from '#lib/server/queries/first-steps.ts';
import { mailSending } from '#lib/server/queries/mail-sending.ts';
import type { PageServerLoad } from './$types';
import { administratorOf } from './reader.ts';

export const load: PageServerLoad = async ({ locals }) => {
	administratorOf(locals);
	const { db, clock } = locals.reading;
	const [counts, sending] = await Promise.all([firstSteps(db), clock.now(db).then((now) => mailSending(db, now))]);
	return { counts, sending };
};
