import { expect, test } from 'vitest';
import { fileSize, wholeMegabytes } from './file-size.ts';
import { wordsFor } from './words-for.ts';

test.each([
	{ bytes: 0, it: '0 byte', en: '0 bytes' },
	{ bytes: 1023, it: '1023 byte', en: '1023 bytes' },
	{ bytes: 346_112, it: '338 kB', en: '338 kB' },
	{ bytes: 1_048_575, it: '1 MB', en: '1 MB' },
	{ bytes: 4_404_019, it: '4,2 MB', en: '4.2 MB' },
	{ bytes: 26_214_400, it: '25 MB', en: '25 MB' },
])('$bytes bytes are said as $it', ({ bytes, it, en }) => {
	expect(fileSize(bytes, wordsFor('it'))).toBe(it);
	expect(fileSize(bytes, wordsFor('en'))).toBe(en);
});

test('a limit is told in whole megabytes', () => {
	expect(wholeMegabytes(26_214_400)).toBe(25);
});
