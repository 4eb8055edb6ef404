import { createHmac, randomInt } from 'node:crypto';
import type { SecretKey } from '#platform/secret-key.ts';

/** How many somebody is given, each for one use. */
const COUNT = 10;
/** Crockford's: no letter that is taken for a digit, or read as a word. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/** New codes of 60 random bits, as they are read: `xxxx-xxxx-xxxx`. */
export function newRecoveryCodes(): string[] {
	const code = () => Array.from({ length: LENGTH }, () => alphabet[randomInt(alphabet.length)]).join('');
	return Array.from({ length: COUNT }, () => code().replace(/(.{4})(?=.)/g, '$1-'));
}

/** However it is typed: capitals, spaces and hyphens do not matter, nor letters written for digits. */
function asMade(typed: string): string {
	const plain = typed.toLowerCase().replaceAll(/[\s-]/g, '');
	return plain.replaceAll('o', '0').replaceAll(/[il]/g, '1');
}

/** What is kept of a code: of no use to whoever has the table and not the house's key. */
export function hashOfCode(secretKey: SecretKey, account: number, typed: string): Buffer {
	return createHmac('sha256', secretKey('recovery-codes'))
		.update(`${account} ${asMade(typed)}`)
		.digest();
}
