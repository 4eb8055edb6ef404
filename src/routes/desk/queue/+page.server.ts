import { key } from '#lib/server/forms/parse-form.ts';
import { queuePage } from '#lib/server/queries/queue-page.ts';
import { staffOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

/** `?page=N`, from 1; what is no page shows the first. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const page = key.safeParse(url.searchParams.get('page')).data ?? 1;
	return { ...(await queuePage(locals.reading, staffOf(locals), page)), mark: locals.mark };
};
