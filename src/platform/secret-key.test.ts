import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openSecretKey, secretKeyFrom } from './secret-key.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sportello-key-'));
});
const hex = (key: Buffer) => key.toString('hex');

test('the key is made once, for nobody else to read, and is the same from then on', async () => {
	const keys = await Promise.all(Array.from({ length: 8 }, () => openSecretKey(undefined, folder)));
	expect(new Set(keys.map((key) => hex(key('second-factor')))).size).toBe(1);
	expect(await readdir(folder)).toEqual(['secret.key']);
	expect(((await stat(join(folder, 'secret.key'))).mode & 0o777).toString(8)).toBe('600');
	expect(await readFile(join(folder, 'secret.key'))).toHaveLength(32);
});

test('one that is set is taken, and no file is made', async () => {
	const key = await openSecretKey('una-frase-lunga-abbastanza-per-una-casa', folder);
	expect(hex(key('second-factor'))).toBe(
		hex(secretKeyFrom('una-frase-lunga-abbastanza-per-una-casa')('second-factor')),
	);
	expect(await readdir(folder)).toEqual([]);
});

test('each purpose has a key of its own, of 32 bytes', () => {
	const key = secretKeyFrom(Buffer.alloc(32, 1));
	expect(key('second-factor')).toHaveLength(32);
	expect(hex(key('second-factor'))).not.toBe(hex(key('recovery-codes')));
	expect(hex(key('second-factor'))).not.toBe(hex(secretKeyFrom(Buffer.alloc(32, 2))('second-factor')));
});

test('a file that is no key keeps from starting, and is left as it is', async () => {
	await writeFile(join(folder, 'secret.key'), 'breve');
	await expect(openSecretKey(undefined, folder)).rejects.toThrow(
		/has 5 bytes instead of 32\. Put the file of your backup/,
	);
	expect(await readFile(join(folder, 'secret.key'), 'utf8')).toBe('breve');
});
