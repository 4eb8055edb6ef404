import { expect, test } from 'vitest';
import { preferredLanguage } from './preferred-language.ts';

test.each([
	[null, 'it'],
	['', 'it'],
	['it-IT,it;q=0.9,en-US;q=0.8,en;q=0.7', 'it'],
	['en-GB,en;q=0.9,it;q=0.8', 'en'],
	['de-DE,de;q=0.9,en;q=0.8', 'en'],
	['de', 'it'],
	['*', 'it'],
	['it;q=0.2, en;q=0.9', 'en'],
	['en;q=0, it;q=0.1', 'it'],
	['EN', 'en'],
	['en;q=rubbish', 'it'],
])('%j is read as %s', (header, language) => {
	expect(preferredLanguage(header)).toBe(language);
});
