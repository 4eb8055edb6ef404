import { loadWords } from '#lib/messages/words.ts';
import type { LayoutLoad } from './$types';

/**
 * Pages are whole as the server makes them; what changes by itself in them, or is written in, comes alive as an island. Those of
 * the desk and the administration say otherwise.
 */
export const csr = false;

export const load: LayoutLoad = async ({ data, route }) => ({
	...data,
	words: await loadWords(data.language, route.id),
});
