import { error } from '@sveltejs/kit';
import { issuingCalled } from '#lib/server/queries/issuings.ts';
import { administratorOf, keyIn } from '../../../reader.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	administratorOf(locals);
	return { issuing: (await issuingCalled(locals.reading, keyIn(params.issuing))) ?? error(404) };
};
