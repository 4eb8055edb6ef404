import type { Words } from './words.ts';

/** What a page says of an answer that is an error: what is wrong, and what can be done. */
export function toldOfError(status: number, { error }: Words['common']): { title: string; text: string } {
	if (status === 404) return { title: error.notFoundTitle, text: error.notFound };
	if (status === 403) return { title: error.foreignTitle, text: error.foreign };
	if (status === 413) return { title: error.tooLargeTitle, text: error.tooLarge };
	if (status < 500) return { title: error.refusedTitle, text: error.refused };
	return { title: error.brokenTitle, text: error.broken };
}
