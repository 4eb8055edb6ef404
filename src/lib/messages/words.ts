import { type Language, languages } from '#lib/domain/roles.ts';
import type { it } from './it/index.ts';

/** Every word the interface says. Italian is the source; the compiler holds English to the same shape. */
export type Words = typeof it;

export function isLanguage(value: unknown): value is Language {
	return languages.some((language) => language === value);
}

/** Only the language asked for, for the browser. */
export async function loadWords(language: Language): Promise<Words> {
	return language === 'en' ? (await import('./en/index.ts')).en : (await import('./it/index.ts')).it;
}
