import { expect, test } from 'vitest';
import { secretKeyFrom } from '#platform/secret-key.ts';
import { hashOfCode, newRecoveryCodes } from './recovery-codes.ts';

const house = secretKeyFrom('una-frase-lunga-abbastanza-per-una-casa');
const hash = (typed: string, account = 1) => hashOfCode(house, account, typed).toString('hex');

test('there are ten codes, all different, without letters that are taken for digits', () => {
	const codes = newRecoveryCodes();
	expect(new Set(codes).size).toBe(10);
	for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){2}[0-9a-hjkmnp-tv-z]{4}$/);
});

test('however a code is typed it is the same', () => {
	for (const typed of ['0A1B-c2d3-11E0', ' 0a1b c2d3 11e0 ', 'oaib-c2d3-lieo', '0a1bc2d311e0']) {
		expect(hash(typed)).toBe(hash('0a1b-c2d3-11e0'));
	}
	expect(hash('0a1b-c2d3-11e1')).not.toBe(hash('0a1b-c2d3-11e0'));
});

test('what is kept is another for every account and every house', () => {
	expect(hash('0a1b-c2d3-11e0', 2)).not.toBe(hash('0a1b-c2d3-11e0'));
	const other = secretKeyFrom('un’altra frase lunga abbastanza per una casa');
	expect(hashOfCode(other, 1, '0a1b-c2d3-11e0').toString('hex')).not.toBe(hash('0a1b-c2d3-11e0'));
});
