import type { insertReply as italian } from '../it/insert-reply.ts';

export const insertReply: typeof italian = {
	anyProduct: 'all software',
	inLanguage: { it: 'in Italian', en: 'in English' },
	title: 'Saved replies',
	hint: 'or “/” at the beginning of a line',
	search: 'Search a saved reply',
	searchHint: 'Arrows to choose, Enter to insert, Esc to go back to the text.',
	found: (count: number) => {
		if (count === 0) return 'No saved reply.';
		return count === 1 ? 'One saved reply.' : `${count} saved replies.`;
	},
	nothing: 'No reply has this name. Enter puts what you typed back into the text.',
	empty: 'There are none yet.',
	manage: 'Write and correct saved replies',
	inserted: (name: string) => `Inserted: ${name}.`,
	failed: 'The saved reply has not arrived. Please try again in a moment; what you wrote is still here.',
	gaps: (gaps: readonly string[]) =>
		gaps.length === 1
			? `The ticket does not say this: fill in or remove ${gaps[0]} before you send.`
			: `The ticket does not say these: fill in or remove ${gaps.join(', ')} before you send.`,
};
