import { json } from '@sveltejs/kit';
import { wordsFor } from '#lib/messages/words-for.ts';
import { deskPage } from '#lib/server/queries/desk.ts';
import type { News } from '../notices.svelte.ts';
import { staffOf } from '../reader.ts';
import type { RequestHandler } from './$types';

/** What came back to the agent and is there now, each with what tells it from the same ticket's next time, and in words. */
export type CameBack = { key: string; tag: string; says: string };

export const GET: RequestHandler = async ({ locals }) => {
	const { cameBack, day } = await deskPage(locals.reading, staffOf(locals));
	const words = wordsFor(locals.language).deskHome.notices;
	const told = (kind: News['kind'], number: number, since: string): CameBack => ({
		key: `${number} ${since}`,
		tag: `${kind} ${number}`,
		says: words[kind](number),
	});
	const back = cameBack.flatMap(({ number, since, back: kind }) =>
		kind === 'replied' || kind === 'handed-over' ? [told(kind, number, since)] : [],
	);
	return json([...back, ...day.lapsed.map((number) => told('lapsed', number, 'lapsed'))] satisfies CameBack[]);
};
