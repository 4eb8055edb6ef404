import { expect, test } from 'vitest';
import { secretKeyFrom } from '#platform/secret-key.ts';
import { derivedToken, newLink } from './derived-token.ts';

const key = secretKeyFrom(Buffer.alloc(32, 1));

test('a link’s token is made again from its nonce, and holds nothing of it', () => {
	const { nonce, token } = newLink(key, 'activate');
	expect(derivedToken(key, 'activate', nonce)).toBe(token);
	expect(token).toMatch(/^[\w-]{43}$/);
	expect(Buffer.from(token, 'base64url').includes(Buffer.from(nonce.replaceAll('-', ''), 'hex'))).toBe(false);
});

test('another purpose, another nonce and another house’s key make another token', () => {
	const { nonce, token } = newLink(key, 'activate');
	const others = [
		derivedToken(key, 'recover', nonce),
		newLink(key, 'activate').token,
		derivedToken(secretKeyFrom(Buffer.alloc(32, 2)), 'activate', nonce),
	];
	expect(new Set([token, ...others]).size).toBe(4);
});
