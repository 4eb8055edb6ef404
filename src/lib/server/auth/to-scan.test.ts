import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { toScan } from './to-scan.ts';

const secret = Buffer.from('12345678901234567890');
const shown = toScan(secret, { username: 'anna', origin: 'https://desk.example.com' });

/** The picture read back from its path. */
function modulesIn({ size, path }: { size: number; path: string }): boolean[][] {
	const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
	for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
		modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
	}
	return modules;
}

test('the picture is the code of the address, module for module, with a quiet zone', () => {
	expect(shown.uri).toContain('otpauth://totp/Sportello%20desk.example.com:anna?secret=GEZDGNBV');
	const modules = modulesIn(shown);
	expect(modules).toEqual(encode(shown.uri, { ecc: 'M', border: 4 }).data);
	expect(modules.slice(0, 4).flat()).not.toContain(true);
	expect(modules.flatMap((row) => row.slice(-4))).not.toContain(true);
});

test('the key can be typed, four by four', () => {
	expect(shown.key).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
});
