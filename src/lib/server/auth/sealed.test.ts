import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from './sealed.ts';

const key = randomBytes(32);
const content = randomBytes(20);

test('what is sealed is opened with the same key for the same purpose, and shows nothing of what it holds', () => {
	const sealed = seal(key, content, 'account 1');
	expect(unseal(key, sealed, 'account 1')).toEqual(content);
	expect(sealed.includes(content)).toBe(false);
	expect(seal(key, content, 'account 1')).not.toEqual(sealed);
});

test('it is not opened for another account, with another key, or changed by a bit anywhere', () => {
	const sealed = seal(key, content, 'account 1');
	expect(() => unseal(key, sealed, 'account 2')).toThrow();
	expect(() => unseal(randomBytes(32), sealed, 'account 1')).toThrow();
	for (let at = 0; at < sealed.length; at++) {
		const changed = Buffer.from(sealed);
		changed[at] = (changed[at] ?? 0) ^ 1;
		expect(() => unseal(key, changed, 'account 1')).toThrow();
	}
	expect(() => unseal(key, sealed.subarray(0, -1), 'account 1')).toThrow();
});
