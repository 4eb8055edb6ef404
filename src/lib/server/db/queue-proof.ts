import { type Kysely, sql } from 'kysely';
import type { Finding } from '#lib/domain/audit.ts';
import { nothingProved, type Proof, proofRules } from '#lib/domain/proof.ts';
import { queueFrom, storedQueue } from '#lib/domain/queue-json.ts';
import type { DB } from './types.ts';

/** The last proof by the rules of this release, or the last that comes before row `before`; where there is none, the beginning of the log. */
export async function readProof(db: Kysely<DB>, before = Number.MAX_SAFE_INTEGER): Promise<Proof> {
	const row = await db
		.selectFrom('queue_proof')
		.select(['seq', 'at', 'number', 'queue', 'takings', 'overtakings', 'found', 'findings'])
		.where('rules', '=', proofRules)
		.where('seq', '<', before)
		.orderBy('seq', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ? { ...row, queue: queueFrom(row.queue) } : nothingProved();
}

/** What two processes find for the same row is the same, so that whoever comes second writes nothing. */
export async function insertProof(db: Kysely<DB>, proof: Proof & { at: Temporal.Instant }): Promise<void> {
	const { queue, findings } = proof;
	await db
		.insertInto('queue_proof')
		// As text: the driver would write a list as one of PostgreSQL's own arrays.
		.values({
			...proof,
			rules: proofRules,
			queue: storedQueue(queue),
			findings: sql<Finding[]>`${JSON.stringify(findings)}`,
		})
		.onConflict((known) => known.columns(['rules', 'seq']).doNothing())
		.execute();
}

/**
 * Of the proofs written before `before` the last within every `rows` rows of the log stays, the others go, `most` of them at
 * once. Less than twice as many rows then lie between one proof and the next; the last of all always stays. Proofs by the rules of an earlier release all go.
 */
export async function thinProofs(
	db: Kysely<DB>,
	{ before, rows, most }: { before: Temporal.Instant; rows: number; most: number },
): Promise<void> {
	const superseded = db
		.selectFrom('queue_proof as old')
		.select(['old.rules', 'old.seq'])
		.where((eb) => {
			const laterInSpan = eb
				.selectFrom('queue_proof as later')
				.select('later.seq')
				.whereRef('later.rules', '=', 'old.rules')
				.whereRef('later.seq', '>', 'old.seq')
				.where('later.seq', '<=', sql<number>`(old.seq + ${rows} - 1) / ${rows} * ${rows}`);
			return eb.or([eb('old.rules', '<', proofRules), eb('old.at', '<', before).and(eb.exists(laterInSpan))]);
		})
		.orderBy('old.seq')
		.limit(most);
	await db
		.deleteFrom('queue_proof')
		.where(({ eb, refTuple }) => eb(refTuple('rules', 'seq'), 'in', superseded.$asTuple('rules', 'seq')))
		.execute();
}
