import { hkdfSync, randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';

const KEY_BYTES = 32;

/**
 * The house's secret, from which a key of 32 bytes is derived for each purpose (HKDF, RFC 5869), so that what is made with one says
 * nothing about another. Whoever has it can make links that open accounts, and read the secrets of second factors.
 */
export type SecretKey = (purpose: KeyPurpose) => Buffer;

/** Changing one makes worthless what was made with it. */
export type KeyPurpose = 'links' | 'second-factor' | 'recovery-codes' | 'return-path' | 'requests';

export function secretKeyFrom(secret: Buffer | string): SecretKey {
	const keys = new Map<KeyPurpose, Buffer>();
	return (purpose) => {
		const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `sportello ${purpose}`, KEY_BYTES));
		keys.set(purpose, key);
		return key;
	};
}

/** The secret that was set (`SECRET_KEY`), else the file `secret.key` in the data folder, made at the first start. */
export async function openSecretKey(set: string | undefined, dataDir: string): Promise<SecretKey> {
	if (set !== undefined) return secretKeyFrom(set);
	const path = join(dataDir, 'secret.key');
	const secret = (await read(path)) ?? (await make(path));
	if (secret.length === KEY_BYTES) return secretKeyFrom(secret);
	throw new CannotStart(
		`The file ${path} is not a secret key: it has ${secret.length} bytes instead of ${KEY_BYTES}.`,
		'Put the file of your backup in its place.',
	);
}

async function read(path: string): Promise<Buffer | undefined> {
	try {
		return await readFile(path);
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		if (code === 'ENOENT') return undefined;
		throw new CannotStart(`The file ${path} cannot be read (${code}).`, 'Give it to the user who starts Sportello.', {
			cause,
		});
	}
}

/** Appears whole or not at all, and is the first one's, however many start at once. */
async function make(path: string): Promise<Buffer> {
	const partial = `${path}.${randomBytes(6).toString('hex')}`;
	try {
		const file = await open(partial, 'wx', 0o600);
		await file.writeFile(randomBytes(KEY_BYTES));
		await file.sync();
		await file.close();
		await link(partial, path).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== 'EEXIST') throw error;
		});
	} finally {
		await rm(partial, { force: true });
	}
	return readFile(path);
}
