import type { Language } from '#lib/domain/roles.ts';
import type { Words } from '#lib/messages/words.ts';

/** What parts of pages say, each fetched by itself. Of what only whole pages say a browser that shows none of them learns not even the names. */
const catalogues = {
	it: {
		checklist: () => import('#lib/messages/it/checklist.ts'),
		common: () => import('#lib/messages/it/common.ts'),
		conversation: () => import('#lib/messages/it/conversation.ts'),
		drafts: () => import('#lib/messages/it/drafts.ts'),
		live: () => import('#lib/messages/it/live.ts'),
		moved: () => import('#lib/messages/it/moved.ts'),
		open: () => import('#lib/messages/it/open.ts'),
		portal: () => import('#lib/messages/it/portal.ts'),
		search: () => import('#lib/messages/it/search.ts'),
		turn: () => import('#lib/messages/it/turn.ts'),
		whyBefore: () => import('#lib/messages/it/why-before.ts'),
	},
	en: {
		checklist: () => import('#lib/messages/en/checklist.ts'),
		common: () => import('#lib/messages/en/common.ts'),
		conversation: () => import('#lib/messages/en/conversation.ts'),
		drafts: () => import('#lib/messages/en/drafts.ts'),
		live: () => import('#lib/messages/en/live.ts'),
		moved: () => import('#lib/messages/en/moved.ts'),
		open: () => import('#lib/messages/en/open.ts'),
		portal: () => import('#lib/messages/en/portal.ts'),
		search: () => import('#lib/messages/en/search.ts'),
		turn: () => import('#lib/messages/en/turn.ts'),
		whyBefore: () => import('#lib/messages/en/why-before.ts'),
	},
} satisfies Record<Language, { [Name in keyof Words]?: () => Promise<Pick<Words, Name>> }>;

export type IslandCatalogue = keyof (typeof catalogues)[Language];

export async function loadCatalogues(language: Language, names: readonly IslandCatalogue[]): Promise<Partial<Words>> {
	return Object.assign({}, ...(await Promise.all(names.map((name) => catalogues[language][name]()))));
}
