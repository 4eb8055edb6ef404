import type { Words } from '#lib/messages/words.ts';
import type { Stub } from '#lib/server/queries/stubs.ts';
import { turnInWords, type WithTurn } from './turn-in-words.ts';

export type Listed = Pick<Stub, 'number'> & WithTurn & { news?: boolean };

/** What is different in a list that was read again, for those who listen to the page; nothing where nothing is that it shows. */
export function ticketsChanged(before: readonly Listed[], after: readonly Listed[], words: Words): string | undefined {
	const known = new Map(before.map((ticket) => [ticket.number, ticket]));
	const changed = after.filter(({ number, state, news }) => {
		const was = known.get(number);
		return state !== was?.state || (news === true && !was.news);
	});
	const [first] = changed;
	if (!first) return undefined;
	if (changed.length > 1) return words.live.ticketsChanged(changed.length);
	return words.live.ticketChanged(first.number, turnInWords(first, words));
}
