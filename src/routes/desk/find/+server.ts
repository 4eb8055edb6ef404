import { json } from '@sveltejs/kit';
import { find } from '#lib/server/queries/find.ts';
import { staffOf } from '../reader.ts';
import type { RequestHandler } from './$types';

/** In characters: nobody's name and no number is longer. */
const longest = 200;

/** `?q=` is what was typed into the palette of commands. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const viewer = staffOf(locals);
	const typed = (url.searchParams.get('q') ?? '').slice(0, longest);
	return json(await find(locals.desk.db, viewer, typed));
};
