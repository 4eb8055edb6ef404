import { proveOn } from '#lib/domain/proof.ts';
import { factsBehind } from '../db/queue-log.ts';
import { insertProof, readProof } from '../db/queue-proof.ts';
import type { Desk } from '../desk.ts';

/** How many rows of the log a proof covers, and how many must have come since the last for another one sooner. */
export const proofStep = { rows: 2_000, atLeast: 200 };

/**
 * Proves what was written to the log since the last proof (P4, P6), and writes down how far it came: every 2,000 rows, and at the end.
 * It writes nothing that another process would not write too, so that any number may run, and each goes on where the last one stopped.
 * Returns up to which row the log is proved. Rows behind a proof are not looked at again: that is what `sportello audit` does.
 */
export async function prove({ db }: Pick<Desk, 'db'>): Promise<number> {
	let proof = await readProof(db);
	for (;;) {
		const facts = await factsBehind(db, proof.seq, proofStep.rows);
		if (facts.length < proofStep.atLeast) return proof.seq;
		proof = proveOn(proof, facts);
		const { at } = proof;
		if (at) await insertProof(db, { ...proof, at });
	}
}
