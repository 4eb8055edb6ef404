import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/types.ts';

/** A person may mistype a few times; guessing gets nowhere with 40 tries an hour. An office shares one address. */
export const attemptLimits = { account: 10, address: 60, windowMinutes: 15 } as const;

const dayMinutes = 24 * 60;

/**
 * `name` as it is looked up. A username and an e-mail address of one account are counted apart: stopping the one for the other's
 * tries would tell that they belong together.
 */
export type Attempt = {
	name: string;
	address: string;
	/** How many tries of the name are enough for a day, where it is about so little that those of a quarter of an hour add up. */
	mostADay?: number;
};

/** Nothing is tried any more for so many minutes; `isFirst` until it is said again. */
export type Stopped = { counted: 'name' | 'address'; minutes: number; isFirst: boolean };

/**
 * Counts an attempt to sign in before anything is verified, each key in one statement, so that attempts made at once are all
 * counted. Answers by what it is stopped, or nothing when it may go on. An address over its limit does not use up the tries of
 * the account it names.
 */
export async function countAttempt(
	db: Kysely<DB>,
	attempt: Attempt,
	now: Temporal.Instant,
): Promise<Stopped | undefined> {
	const keys = keysOf(attempt);
	const { account: limit, address: addressLimit, windowMinutes: minutes } = attemptLimits;
	const byAddress = await countOne(db, keys.address, { limit: addressLimit, minutes }, now);
	if (byAddress) return { counted: 'address', ...byAddress };
	const byName = await countOne(db, keys.account, { limit, minutes }, now);
	if (byName) return { counted: 'name', ...byName };
	if (attempt.mostADay === undefined) return undefined;
	const byDay = await countOne(db, keys.day, { limit: attempt.mostADay, minutes: dayMinutes }, now);
	return byDay && { counted: 'name', ...byDay };
}

/** A success wipes out the account's failures and takes back its own count of the address and of the day, which only failures may exhaust. */
export async function forgiveAttempt(db: Kysely<DB>, attempt: Attempt): Promise<void> {
	const keys = keysOf(attempt);
	await db.deleteFrom('sign_in_attempt').where('key', '=', keys.account).execute();
	await db
		.updateTable('sign_in_attempt')
		.set((row) => ({ attempts: row('attempts', '-', 1) }))
		.where('key', 'in', [keys.address, keys.day])
		.where('attempts', '>', 0)
		.execute();
}

async function countOne(
	db: Kysely<DB>,
	key: Buffer,
	{ limit, minutes }: { limit: number; minutes: number },
	now: Temporal.Instant,
): Promise<Omit<Stopped, 'counted'> | undefined> {
	const over = now.subtract({ minutes });
	const { attempts, window_started_at } = await db
		.insertInto('sign_in_attempt')
		.values({ key, window_started_at: now, attempts: 1 })
		.onConflict((conflict) =>
			conflict.column('key').doUpdateSet({
				// One past the limit is the first that is stopped, two past it any other.
				attempts: sql`case when sign_in_attempt.window_started_at <= ${over} then 1
					else least(sign_in_attempt.attempts + 1, ${limit + 2}) end`,
				window_started_at: sql`case when sign_in_attempt.window_started_at <= ${over} then ${now}
					else sign_in_attempt.window_started_at end`,
			}),
		)
		.returning(['attempts', 'window_started_at'])
		.executeTakeFirstOrThrow();
	if (attempts <= limit) return undefined;
	const left = now.until(window_started_at.add({ minutes })).total('minutes');
	return { minutes: Math.max(1, Math.ceil(left)), isFirst: attempts === limit + 1 };
}

function keysOf({ name, address }: Attempt): { account: Buffer; address: Buffer; day: Buffer } {
	return {
		day: hash('sha256', `day:${name}`, 'buffer'),
		account: hash('sha256', `account:${name}`, 'buffer'),
		address: hash('sha256', `address:${addressBlock(address)}`, 'buffer'),
	};
}

/** An IPv6 address stands for its /64, of which every subscriber has 2⁶⁴ addresses at hand. */
export function addressBlock(address: string): string {
	const [plain = ''] = address.replace(/^::ffff:(?=[\d.]+$)/i, '').split('%');
	if (!isIPv6(plain)) return plain;
	const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
	return `${groups.slice(0, 4).join(':')}::/64`;
}
