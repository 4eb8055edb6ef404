import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { boundLog } from './bounded-log.ts';

const folder = await mkdtemp(join(tmpdir(), 'sportello-log-'));
afterAll(() => rm(folder, { recursive: true }));

test('a log past its size begins anew where it is appended to, with what it held beside it', async () => {
	const file = join(folder, 'server.log');
	await using appending = await open(file, 'a');
	await appending.write('first ');
	await boundLog(file, 10);
	await appending.write('second');
	expect(await readFile(file, 'utf8')).toBe('first second');
	await boundLog(file, 10);
	await appending.write('third');
	expect([await readFile(file, 'utf8'), await readFile(`${file}.1`, 'utf8')]).toEqual(['third', 'first second']);
	await writeFile(file, 'x'.repeat(11));
	await boundLog(file, 10);
	expect([await readFile(file, 'utf8'), await readFile(`${file}.1`, 'utf8')]).toEqual(['', 'x'.repeat(11)]);
});

test('a log that is not there is none too long', async () => {
	await expect(boundLog(join(folder, 'none.log'), 10)).resolves.toBeUndefined();
});
