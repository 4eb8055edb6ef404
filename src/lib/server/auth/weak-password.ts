import type { PasswordRefusal } from '#lib/domain/credentials.ts';
import { commonPasswords } from './common-passwords.ts';

/** Whose password it is to be. */
type Owner = { name: string; username: string; email: string };

/** So little beside what everybody knows of somebody is guessed at once. */
const ownCharacters = 6;

/**
 * Why a password that is long enough is guessed all the same: it is one that many choose, also with figures at its end, or there is little
 * in it but its owner's names, their address, or ours. Nothing is asked of its composition (NIST SP 800-63B, 5.1.1.2).
 */
export function refusePassword(password: string, owner: Owner): PasswordRefusal | undefined {
	const plain = plainOf(password);
	const base = plain.replace(/\p{N}+$/u, '');
	if ([plain, base].some((text) => commonPasswords.has(text)) || isRepetition(password)) {
		return { reason: 'password-common' };
	}
	let left = plain;
	for (const known of knownOf(owner)) left = left.replaceAll(known, '');
	return left.length < ownCharacters && left !== plain ? { reason: 'password-personal' } : undefined;
}

/** Letters and figures alone, in small letters: what is between them is tried first by whoever guesses. */
function plainOf(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same few signs again and again. */
function isRepetition(password: string): boolean {
	return /^(.{1,4})\1+.{0,3}$/u.test(password);
}

/** The longest first, so that a part does not break up the whole. */
function knownOf({ name, username, email }: Owner): string[] {
	const parts = [name, ...name.split(/\s+/), username, ...username.split(/[._-]/), ...email.split(/[@.]/), 'sportello'];
	const known = new Set(parts.map(plainOf).filter((part) => part.length > 2));
	return [...known].toSorted((one, other) => other.length - one.length);
}
