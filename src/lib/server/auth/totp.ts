import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as every app has it unless told otherwise: HMAC-SHA-1, six digits, a step of 30 seconds. */
const DIGITS = 6;
const STEP_SECONDS = 30;
/** How many steps a telephone's clock may be ahead or behind, sending and typing included. */
const TOLERATED_STEPS = 1;

/** 160 bits, as RFC 4226 recommends (4, R6). */
export function newSecret(): Buffer {
	return randomBytes(20);
}

export function stepAt(at: Temporal.Instant): number {
	return Math.floor(at.epochMilliseconds / 1000 / STEP_SECONDS);
}

/** The code of a step (RFC 4226, 5.3). */
export function codeOf(secret: Buffer, step: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(step));
	const mac = createHmac('sha1', secret).update(counter).digest();
	const offset = (mac.at(-1) ?? 0) & 0xf;
	const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS;
	return String(number).padStart(DIGITS, '0');
}

/**
 * The step whose code was typed, of those around `now` that come after `lastStep`; nothing when it is none of them. As long in every case.
 */
export function stepOfCode(
	secret: Buffer,
	typed: string,
	{ now, lastStep }: { now: Temporal.Instant; lastStep: number },
): number | undefined {
	const given = Buffer.from(typed.padEnd(DIGITS).slice(0, DIGITS));
	if (given.length !== DIGITS || typed.length !== DIGITS) return undefined;
	let found: number | undefined;
	for (let step = stepAt(now) - TOLERATED_STEPS; step <= stepAt(now) + TOLERATED_STEPS; step++) {
		if (timingSafeEqual(Buffer.from(codeOf(secret, step)), given) && step > lastStep) found = step;
	}
	return found;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, 6, without padding: how apps take a secret that is typed. */
export function base32(bytes: Buffer): string {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return bits.replace(/.{1,5}/g, (five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '');
}

/** What the QR code says to an app; `issuer` and `account` are what it shows beside the code. */
export function keyUri(secret: Buffer, { issuer, account }: { issuer: string; account: string }): string {
	const name = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
	return `otpauth://totp/${name}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
