import { hash, randomBytes } from 'node:crypto';

/** A secret that opens something by itself: 256 random bits, in a form that fits a link and a cookie. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** What is stored of a token. It has nothing to be guessed, so a plain hash will do. */
export function hashOf(token: string): Buffer {
	return hash('sha256', token, 'buffer');
}
