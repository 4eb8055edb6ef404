import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const cipher = 'aes-256-gcm';

/** Closed with a key of 32 bytes, to be opened with the same key and for the same `about` only: nonce, content, tag. */
export function seal(key: Buffer, content: Buffer, about: string): Buffer {
	const nonce = randomBytes(NONCE_BYTES);
	const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about));
	return Buffer.concat([nonce, sealing.update(content), sealing.final(), sealing.getAuthTag()]);
}

/** Throws for anything that was not sealed so, changed by a bit, or put in another's place. */
export function unseal(key: Buffer, sealed: Buffer, about: string): Buffer {
	const opening = createDecipheriv(cipher, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
	opening.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-TAG_BYTES));
	return Buffer.concat([opening.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), opening.final()]);
}
