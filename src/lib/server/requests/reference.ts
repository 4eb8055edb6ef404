import { randomUUID } from 'node:crypto';

/** Digits and small letters that are not mistaken for each other when read out (Crockford's base 32). */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** What a request is called in the log, short enough for a person to quote: `k7qf-3m2d`. */
export function newReference(): string {
	// Node keeps random bits for UUIDs in store; these 40 of one are random all of them.
	let bits = Number.parseInt(randomUUID().slice(-10), 16);
	let signs = '';
	for (let nth = 0; nth < 8; nth++) {
		signs += letters[bits % letters.length];
		bits = Math.floor(bits / letters.length);
	}
	return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
