import type { Language } from '#lib/domain/roles.ts';
import { en } from './en/index.ts';
import { it } from './it/index.ts';
import type { Words } from './words.ts';

/** Both languages at hand, for the server. */
export function wordsFor(language: Language): Words {
	return language === 'en' ? en : it;
}
