import { expect, test } from 'vitest';
import { passwordLength } from './credentials.ts';

test.each([
	['una frase', 9],
	['😀'.repeat(10), 10],
	['perche\u0301', 6],
	['perch\u00e9', 6],
	['👩‍👧', 3], // two people and what joins them
	['\uD83D', 1], // half a sign, as a broken keyboard sends it
])('%j has %i characters, however they are coded', (password, characters) => {
	expect(passwordLength(password)).toBe(characters);
});
