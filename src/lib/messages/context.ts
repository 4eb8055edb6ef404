import { getContext, setContext } from 'svelte';
import type { Language } from '#lib/domain/roles.ts';
import { dateParts, momentParts } from './dates.ts';
import type { Words } from './words.ts';

/** How this page is read: in which words, in which time zone, and on which local day it was made (YYYY-MM-DD). */
export type Reading = { words: Words; language: Language; timeZone: string; today: string };

/** A calendar day (YYYY-MM-DD) as the reader says it: with its year only where it is another one. */
export function dayInWords(day: string, { words, language, today }: Reading): string {
	const { time } = words.common;
	const parts = dateParts(day, language);
	return today.startsWith(parts.year) ? time.date(parts) : time.dateWithYear(parts);
}

/** An instant told exactly, as on paper: with its year, its clock and whose clock that is. */
export function momentInWords(at: string, { words, language, timeZone }: Reading): string {
	return words.common.time.exact(momentParts(at, language, timeZone), timeZone);
}

const key = Symbol('reading');

export function setReading(reading: () => Reading): void {
	setContext(key, reading);
}

/** The same for a part of a page that is mounted by itself. */
export function readingAsContext(reading: () => Reading): Map<symbol, () => Reading> {
	return new Map([[key, reading]]);
}

export function getReading(): Reading {
	return getContext<() => Reading>(key)();
}

export function getWords(): Words {
	return getReading().words;
}
