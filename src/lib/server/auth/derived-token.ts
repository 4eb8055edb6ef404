import { createHmac, randomUUID } from 'node:crypto';
import type { SecretKey } from '#platform/secret-key.ts';

/** Which page a link opens; a token made for one opens no other. */
export type LinkPurpose = 'activate' | 'recover' | 'confirm-address' | 'stop-address';

/** A link as it is written into a mail: its token is made from this where the mail goes out, and by nobody who has not the house's key. */
export type MadeLink = { nonce: string; token: string };

export function newLink(secretKey: SecretKey, purpose: LinkPurpose): MadeLink {
	const nonce = randomUUID();
	return { nonce, token: derivedToken(secretKey, purpose, nonce) };
}

/** HMAC-SHA-256 of purpose and nonce under a key of its own: 256 bits in a form that fits an address. */
export function derivedToken(secretKey: SecretKey, purpose: LinkPurpose, nonce: string): string {
	return createHmac('sha256', secretKey('links')).update(`${purpose}\0${nonce}`).digest('base64url');
}
