import { queuePage } from '#lib/server/queries/desk.ts';
import { staffOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

/** `?page=N`, from 1; what is no page shows the first. */
export const load: PageServerLoad = async ({ locals, url }) => {
	staffOf(locals);
	const page = Number(url.searchParams.get('page') ?? 1);
	return queuePage(locals.desk, Number.isSafeInteger(page) ? page : 1);
};
