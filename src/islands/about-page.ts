import type { StoredDraft } from '#lib/domain/drafts.ts';
import type { Language, Role, Theme } from '#lib/domain/roles.ts';

/** What the scripts of a page know of it as a whole: how it is read, by whom, and of a form that came back why it did. */
export type AboutPage = {
	language: Language;
	timeZone: string;
	today: string;
	theme: Theme | undefined;
	/** Of which version of ours it is: where its scripts begin. */
	scripts: string;
	viewer: { id: number; name: string; role: Role; seesColleagues: boolean } | undefined;
	/** What it says, where it is the page of an error. */
	error?: App.Error | undefined;
	form?: { reason?: string; draft?: StoredDraft; conflict?: StoredDraft } | undefined;
};

/** The id of the element that holds it, as JSON in `data-about`. */
export const aboutPageId = 'about-page';
