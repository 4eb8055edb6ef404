import type { Language } from '#lib/domain/roles.ts';
import type { Reading } from '#lib/messages/context.ts';
import type { Words } from '#lib/messages/words.ts';
import { type AboutPage, aboutPageId } from './about-page.ts';
import { type IslandCatalogue, loadCatalogues } from './words.ts';

/** What a page tells of itself; nothing where it is none of ours. */
export function aboutIn(page: Document): AboutPage | undefined {
	const text = page.getElementById(aboutPageId)?.dataset.about;
	return text ? (JSON.parse(text) as AboutPage) : undefined;
}

/** The page as it is shown. */
class Shown {
	about = $state.raw<AboutPage>({ ...aboutIn(document) } as AboutPage);
	#words = $state.raw<Partial<Record<Language, Partial<Words>>>>({});
	readonly #spoken = new Set<IslandCatalogue>();

	/** The words of a part that is to come alive, in the language of the page by then. */
	async learn(names: readonly IslandCatalogue[]): Promise<void> {
		for (const name of names) this.#spoken.add(name);
		let language: Language;
		do {
			language = this.about.language;
			await this.#learnIn(language, names);
		} while (language !== this.about.language);
	}

	async is(about: AboutPage): Promise<void> {
		let known: number;
		do {
			// Another part may be learning its words meanwhile, in the language there was before.
			known = this.#spoken.size;
			await this.#learnIn(about.language, [...this.#spoken]);
		} while (this.#spoken.size > known);
		this.about = about;
	}

	async #learnIn(language: Language, names: readonly IslandCatalogue[]): Promise<void> {
		const unknown = names.filter((name) => !this.#words[language]?.[name]);
		if (unknown.length === 0) return;
		const learnt = await loadCatalogues(language, unknown);
		this.#words = { ...this.#words, [language]: { ...this.#words[language], ...learnt } };
	}

	get reading(): Reading {
		const { language, timeZone, today } = this.about;
		return { words: this.#words[language] as Words, language, timeZone, today };
	}
}

export const shown = new Shown();
