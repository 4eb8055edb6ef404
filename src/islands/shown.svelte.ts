import type { Reading } from '#lib/messages/context.ts';
import { type Catalogue, loadCatalogues, type Words } from '#lib/messages/words.ts';
import { type AboutPage, aboutPageId } from './about-page.ts';

/** What a page tells of itself; nothing where it is none of ours. */
export function aboutIn(page: Document): AboutPage | undefined {
	const text = page.getElementById(aboutPageId)?.dataset.about;
	return text ? (JSON.parse(text) as AboutPage) : undefined;
}

/** The page as it is shown. */
class Shown {
	about = $state.raw<AboutPage>({ ...aboutIn(document) } as AboutPage);
	#words = $state.raw({} as Words);
	readonly #spoken = new Set<Catalogue>();

	/** The words of a part that is to come alive. */
	async learn(names: readonly Catalogue[]): Promise<void> {
		for (const name of names) this.#spoken.add(name);
		const learnt = await loadCatalogues(this.about.language, names);
		this.#words = { ...this.#words, ...learnt };
	}

	async is(about: AboutPage): Promise<void> {
		if (about.language !== this.about.language) {
			this.#words = (await loadCatalogues(about.language, [...this.#spoken])) as Words;
		}
		this.about = about;
	}

	get reading(): Reading {
		const { language, timeZone, today } = this.about;
		return { words: this.#words, language, timeZone, today };
	}
}

export const shown = new Shown();
