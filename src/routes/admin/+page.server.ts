import { firstSteps } from '#lib/server/queries/first-steps.ts';
import type { PageServerLoad } from './$types';
import { administratorOf } from './reader.ts';

export const load: PageServerLoad = async ({ locals }) => {
	administratorOf(locals);
	return { counts: await firstSteps(locals.desk.db) };
};
