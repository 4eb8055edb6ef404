import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import type { Desk } from '../desk.ts';
import { statement } from './statement.ts';
import type { DB, JsonValue } from './types.ts';

/** A request: who sends which act, under the key its form or call carried, with everything that was said in it. */
export type Request = { account: number; act: string; key: string; content: object };

/**
 * Does an act once, in one transaction: the same key with the same content answers with the first outcome, with other
 * content it is refused. Only done outcomes are kept; a refused act is rolled back whole, so its form can be corrected and
 * sent under the same key. The value must be plain JSON, since a repetition reads it back from the database.
 */
export async function once<Value extends JsonValue | undefined, Refusal>(
	desk: Desk,
	request: Request,
	act: (tx: Transaction<DB>) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | RepeatedKey>> {
	const digest = createHash('sha256').update(JSON.stringify(request.content)).digest();
	return transact<Value, Refusal | RepeatedKey>(desk.db, async (tx) => {
		const isFirst = await reserve(tx, request, digest, await desk.clock.glance(tx));
		if (!isFirst) return firstOutcome<Value>(tx, request, digest);
		const outcome = await act(tx);
		if (outcome.ok) await keep(tx, request, outcome.value);
		return outcome;
	});
}

/** Takes the key; waits while another transaction holds it. False when it was used before. */
async function reserve(tx: Transaction<DB>, request: Request, digest: Buffer, now: Temporal.Instant): Promise<boolean> {
	const { account, act, key } = request;
	const reserved = await reserveKey(tx, { account, act, key, digest, now });
	return reserved.length === 1;
}

type Reserved = Omit<Request, 'content'> & { digest: Buffer; now: Temporal.Instant };

const reserveKey = statement((db, { account, act, key, digest, now }: Reserved) =>
	db
		.insertInto('request_key')
		.values({ account, act, key, digest, created_at: now })
		.onConflict((conflict) => conflict.doNothing())
		.returning('key'),
);

async function keep(tx: Transaction<DB>, { account, act, key }: Request, value: JsonValue | undefined): Promise<void> {
	await keepOutcome(tx, { account, act, key, outcome: JSON.stringify({ value }) });
}

const keepOutcome = statement((db, { account, act, key, outcome }: Omit<Request, 'content'> & { outcome: string }) =>
	db
		.updateTable('request_key')
		.set({ outcome })
		.where('account', '=', account)
		.where('act', '=', act)
		.where('key', '=', key),
);

async function firstOutcome<Value>(
	tx: Transaction<DB>,
	{ account, act, key }: Request,
	digest: Buffer,
): Promise<Outcome<Value, RepeatedKey>> {
	const first = await tx
		.selectFrom('request_key')
		.select(['digest', 'outcome'])
		.where('account', '=', account)
		.where('act', '=', act)
		.where('key', '=', key)
		.executeTakeFirstOrThrow();
	if (!first.digest.equals(digest)) return refused({ reason: 'request-key-reused' });
	return { ok: true, value: (first.outcome as { value: Value }).value };
}

class RolledBack<Value, Refusal> {
	readonly outcome: Outcome<Value, Refusal>;
	constructor(outcome: Outcome<Value, Refusal>) {
		this.outcome = outcome;
	}
}

/** One transaction: committed when the outcome is done, rolled back when it is refused or anything throws. */
export async function transact<Value, Refusal>(
	db: Kysely<DB>,
	act: (tx: Transaction<DB>) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal>> {
	try {
		return await db.transaction().execute(async (tx) => {
			const outcome = await act(tx);
			if (!outcome.ok) throw new RolledBack(outcome);
			return outcome;
		});
	} catch (thrown) {
		if (thrown instanceof RolledBack) return thrown.outcome;
		throw thrown;
	}
}
