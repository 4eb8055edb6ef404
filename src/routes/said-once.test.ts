import { expect, test } from 'vitest';
import { saidOnce } from './said-once.ts';

const at = (address: string) => new URL(address, 'https://desk.example');

test.each([
	['/tickets/7?opened#done', '/tickets/7'],
	['/tickets/7?whole&replied#done', '/tickets/7?whole='],
	['/tickets/new?draft=5&kept=whole#done', '/tickets/new?draft=5'],
	['/tickets/new?kept=no-room#done', '/tickets/new'],
	['/tickets/7?rated#satisfaction', '/tickets/7'],
])('%s is found as %s once it was said', (address, rest) => {
	expect(saidOnce(at(address))?.href).toBe(at(rest).href);
});

test('an address that says nothing stays', () => {
	expect(saidOnce(at('/tickets/7?whole#message-3'))).toBeUndefined();
});
