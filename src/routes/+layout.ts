import { loadWords } from '#lib/messages/words.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, route }) => ({
	...data,
	words: await loadWords(data.language, route.id),
});
