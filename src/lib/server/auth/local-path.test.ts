import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each(['/', '/tickets/41', '/tickets?page=2#last', '/desk/tickets/41'])('%s leads to a page of ours', (link) => {
	expect(localPath(link)).toBe(link);
});

test.each([
	null,
	undefined,
	'',
	'tickets',
	'https://elsewhere.example/',
	'//elsewhere.example',
	'/\\elsewhere.example',
	'\\\\elsewhere.example',
	'/\t/elsewhere.example',
	'/\n/elsewhere.example',
	'/.//elsewhere.example',
	'/..//elsewhere.example',
	'/tickets/..//elsewhere.example',
	'javascript:alert(1)',
	' /\\elsewhere.example',
])('%j leads elsewhere and is not followed', (link) => {
	expect(localPath(link)).toBeUndefined();
});
