import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword, nobodysHash } from './password.ts';

describe('a password', () => {
	test('is known again by its hash, and no other is', async () => {
		const hash = await hashPassword('cavallo-batteria');
		expect(await isPassword(hash, 'cavallo-batteria')).toBe(true);
		expect(await isPassword(hash, 'Cavallo-batteria')).toBe(false);
		expect(await isPassword(hash, '')).toBe(false);
	});

	test('hashed twice gives two hashes', async () => {
		expect(await hashPassword('cavallo-batteria')).not.toBe(await hashPassword('cavallo-batteria'));
	});

	test('is the same password composed or decomposed', async () => {
		expect(await isPassword(await hashPassword('perch\u00e9-no-mai'), 'perche\u0301-no-mai')).toBe(true);
	});

	test('is known by a hash of other strength, made elsewhere', async () => {
		// From the tests of the reference implementation of argon2.
		const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
		expect(await isPassword(reference, 'password')).toBe(true);
	});
});

test('nobody’s hash is as strong as a real one and no password fits it', async () => {
	const [, , version, strength] = (await hashPassword('cavallo-batteria')).split('$');
	expect(nobodysHash.split('$').slice(2, 4)).toEqual([version, strength]);
	expect(await isPassword(nobodysHash, '')).toBe(false);
});

test('a hash that is none is a fault, not a wrong password', async () => {
	await expect(isPassword('plain', 'plain')).rejects.toThrow(/PHC/);
});
