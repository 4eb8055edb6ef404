import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

const last = (ticket: number, version: string, operatingSystem: string, tools = '') => ({
	ticket,
	version,
	operatingSystem,
	tools,
});
const products = [
	{ id: 7, name: 'Isoipsa', last: last(12, '12.1', 'Windows 11', 'Stazione totale') },
	{ id: 3, name: 'Quota', last: last(9, '4.0', 'macOS 26') },
	{ id: 5, name: 'Catasto', last: null },
];

test.each([
	['the product itself, though another is newer', '3', last(9, '4.0', 'macOS 26'), true],
	['a product never written about', '5', last(12, '', 'Windows 11', 'Stazione totale'), false],
	['no product chosen yet', '', last(12, '', 'Windows 11', 'Stazione totale'), false],
])('%s', (_, product, { ticket, ...fields }, sameProduct) => {
	expect(remembered(products, product)).toMatchObject({ ...fields, from: { ticket, sameProduct } });
});

test('who has told nothing yet begins with nothing, from nowhere', () => {
	const untold = [{ id: 5, name: 'Catasto', last: null }];
	expect(remembered(untold, '5')).toEqual({ version: '', operatingSystem: '', tools: '', from: undefined });
	expect(remembered([{ id: 7, name: 'Isoipsa', last: last(1, '12.1', '') }], '').from).toBeUndefined();
});
