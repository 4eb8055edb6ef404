import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { normalPassword } from '#lib/domain/credentials.ts';

/** OWASP's second choice for argon2id: 19 MiB and two passes, about 36 ms on the machines we measured. */
const strength = { memory: 19_456, passes: 2, parallelism: 1 };
type Strength = typeof strength;

const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** A PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$key`. It carries its strength, so that older ones stay readable. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(SALT_BYTES);
	return phc(salt, await derive(password, salt, strength, KEY_BYTES));
}

export async function isPassword(hash: string, password: string): Promise<boolean> {
	const { salt, key, strength } = parse(hash);
	return timingSafeEqual(key, await derive(password, salt, strength, key.length));
}

/** The hash of no password: what is verified when nobody has that name, so that the answer takes as long as it always does. */
export const nobodysHash = phc(randomBytes(SALT_BYTES), randomBytes(KEY_BYTES));

function derive(password: string, nonce: Buffer, strength: Strength, tagLength: number): Promise<Buffer> {
	const message = normalPassword(password);
	return new Promise((done, fail) =>
		argon2('argon2id', { ...strength, message, nonce, tagLength }, (error, key) => (error ? fail(error) : done(key))),
	);
}

function phc(salt: Buffer, key: Buffer): string {
	const { memory, passes, parallelism } = strength;
	return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(key)}`;
}

const phcPattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/-]+)\$([\w+/-]+)$/;

function parse(hash: string): { salt: Buffer; key: Buffer; strength: Strength } {
	const [, memory, passes, parallelism, salt = '', key = ''] = phcPattern.exec(hash) ?? [];
	if (!key) throw new Error('The stored password hash is not an argon2id PHC string.');
	return {
		salt: Buffer.from(salt, 'base64'),
		key: Buffer.from(key, 'base64'),
		strength: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
	};
}

/** Without padding, as PHC has it. */
function base64(bytes: Buffer): string {
	return bytes.toString('base64').replace(/=+$/, '');
}
