import { describe, expect, test } from 'vitest';
import { base32, codeOf, keyUri, newSecret, stepAt, stepOfCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

// RFC 6238, appendix B, SHA-1, of which the last six of eight digits are ours.
test.each([
	[59, '94287082'],
	[1_111_111_109, '07081804'],
	[1_111_111_111, '14050471'],
	[1_234_567_890, '89005924'],
	[2_000_000_000, '69279037'],
	[20_000_000_000, '65353130'],
])('%i seconds after the epoch the code ends in that of the RFC', (seconds, code) => {
	expect(codeOf(secret, stepAt(at(seconds)))).toBe(code.slice(2));
});

describe('a code', () => {
	const now = at(1_234_567_890);
	const step = stepAt(now);
	const found = (typed: string, lastStep = 0) => stepOfCode(secret, typed, { now, lastStep });

	test.each([-1, 0, 1])('of a step %i away is known as that step’s', (away) => {
		expect(found(codeOf(secret, step + away))).toBe(step + away);
	});

	test.each([-2, 2])('of a step %i away is not', (away) => {
		expect(found(codeOf(secret, step + away))).toBeUndefined();
	});

	test('counts once: neither its step nor one before counts after it', () => {
		expect(found(codeOf(secret, step), step)).toBeUndefined();
		expect(found(codeOf(secret, step - 1), step)).toBeUndefined();
		expect(found(codeOf(secret, step + 1), step)).toBe(step + 1);
	});

	test.each(['', '00592', '0059240', '0059 24', 'àààààà', '٠٠٥٩٢٤'])('is six digits and nothing else: %j', (typed) => {
		expect(found(typed)).toBeUndefined();
	});
});

// RFC 4648, 10.
test.each([
	['', ''],
	['f', 'MY'],
	['fo', 'MZXQ'],
	['foo', 'MZXW6'],
	['foob', 'MZXW6YQ'],
	['fooba', 'MZXW6YTB'],
	['foobar', 'MZXW6YTBOI'],
])('%j in base 32 is %s', (text, encoded) => {
	expect(base32(Buffer.from(text))).toBe(encoded);
});

test('an app is told the secret, and whose and what for it is', () => {
	expect(keyUri(secret, { issuer: 'Sportello & figli', account: 'anna:b' })).toBe(
		'otpauth://totp/Sportello%20%26%20figli:anna%3Ab?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sportello%20%26%20figli',
	);
});

test('a secret has 160 bits and is never the same', () => {
	expect(newSecret()).toHaveLength(20);
	expect(newSecret()).not.toEqual(newSecret());
});
