import { key } from '#lib/server/forms/parse-form.ts';
import { queuePage } from '#lib/server/queries/desk.ts';
import { staffOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

/** `?page=N`, from 1; what is no page shows the first. */
export const load: PageServerLoad = async ({ locals, url }) => {
	return queuePage(locals.reading, staffOf(locals), key.safeParse(url.searchParams.get('page')).data ?? 1);
};
