import { expect, test } from 'vitest';
import { csvRow } from './csv.ts';

test.each([
	['plain', 'plain'],
	['a;b', '"a;b"'],
	['says "hello"', '"says ""hello"""'],
	['two\nlines', '"two\nlines"'],
	['=1+1', "'=1+1"],
	['+39 041', "'+39 041"],
	['-2', "'-2"],
	['@sum(a1)', "'@sum(a1)"],
	['\t=1', "'\t=1"],
	['\r=1', `"'\r=1"`],
	['=a;"b"', `"'=a;""b"""`],
	["'=1+1", "''=1+1"],
	["'quoted'", "'quoted'"],
	['1=1', '1=1'],
	['', ''],
])('%j stands in a CSV file as %j', (text, field) => {
	expect(csvRow([text, 'x'])).toBe(`${field};x\r\n`);
});
