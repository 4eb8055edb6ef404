import { createContext } from 'svelte';
import type { Language } from '#lib/domain/roles.ts';
import type { Words } from './words.ts';

/** How this page is read: in which words, in which time zone, and on which local day it was made (YYYY-MM-DD). */
export type Reading = { words: Words; language: Language; timeZone: string; today: string };

const [readingContext, setReadingContext] = createContext<() => Reading>();

export function setReading(reading: () => Reading): void {
	setReadingContext(reading);
}

export function getReading(): Reading {
	return readingContext()();
}

export function getWords(): Words {
	return getReading().words;
}
