import { randomBytes } from 'node:crypto';

/** Digits and small letters that are not mistaken for each other when read out (Crockford's base 32). */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** What a request is called in the log, short enough for a person to quote: `k7qf-3m2d`. */
export function newReference(): string {
	const signs = [...randomBytes(8)].map((byte) => letters[byte % letters.length]);
	return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`;
}
