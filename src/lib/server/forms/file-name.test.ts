import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

test.each([
	['Relazione finale.pdf', 'Relazione finale.pdf'],
	['C:\\Users\\anna\\rilievo.dwg', 'rilievo.dwg'],
	['../../etc/passwd', 'passwd'],
	['a\u0000b\r\nc\t.txt', 'abc.txt'],
	['fattura\u202efdp.exe', 'fatturafdp.exe'],
	['Perche\u0301.txt', 'Perché.txt'],
	['..', 'file'],
	['folder/', 'file'],
	['  ', 'file'],
	[`${'x'.repeat(300)}.tar.gz`, `${'x'.repeat(252)}.gz`],
	[`${'😀'.repeat(200)}`, '😀'.repeat(127)],
])('%j is kept as %j', (sent, kept) => {
	expect(cleanFileName(sent)).toBe(kept);
});

test('any name becomes one that can be stored and shown', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (sent) => {
			const name = cleanFileName(sent);
			expect(name.length).toBeGreaterThan(0);
			expect(name.length).toBeLessThanOrEqual(255);
			expect(name).not.toMatch(/[/\\\p{Cc}]/u);
			expect(name.isWellFormed()).toBe(true);
			expect(cleanFileName(name)).toBe(name);
		}),
	);
});
