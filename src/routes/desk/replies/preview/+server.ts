import { error, json } from '@sveltejs/kit';
import { previewed } from '../preview.ts';
import type { RequestHandler } from './$types';

/** The text that is being typed, as a customer would read it; nothing is kept. */
export const POST: RequestHandler = async (event) => {
	const answer = await previewed(event);
	return 'preview' in answer ? json(answer.preview) : error(answer.status);
};
