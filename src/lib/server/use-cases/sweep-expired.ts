import { issuingKeptDays } from '#lib/domain/credentials.ts';
import { importKeptDays } from '#lib/domain/customer-file/limits.ts';
import { draftKeptDays } from '#lib/domain/limits.ts';
import { keptAfterEndDays } from '../auth/sessions.ts';
import { deleteImportsBefore } from '../db/customer-imports.ts';
import { deleteDraftsBefore, isFileKept } from '../db/drafts.ts';
import { thinProofs } from '../db/queue-proof.ts';
import type { Desk } from '../desk.ts';
import { proofStep } from './prove.ts';
import { sweepAuditLog } from './sweep-audit-log.ts';

/** How long a request key answers with its first outcome. */
const requestKeyKept = { hours: 7 * 24 };
/** What somebody sends with a session that has ended is still kept for them. */
const endedSessionsKept = { hours: keptAfterEndDays * 24 };
const draftsKept = { hours: draftKeptDays * 24 };
const importsKept = { hours: importKeptDays * 24 };
const issuingsKept = { hours: issuingKeptDays * 24 };
/** Longer than any window in which attempts to sign in are counted. */
const attemptsKept = { hours: 24 };
/** For as long as every proof is kept, so that what was taken lately is explained from one close by. */
const proofsKept = { hours: 31 * 24 };
/** How many proofs one run deletes at most. */
const proofsAtOnce = 1_000;
/** A file in store that no message and no draft names by then came with a form that was refused. */
const orphanKept = { hours: 24 };

/** Deletes what has had its time: request keys, sessions, counts of attempts, entries of the audit log, files of refused forms, drafts nobody came back to, proofs that later ones stand in for. */
export async function sweepExpired(desk: Desk): Promise<void> {
	const { db, blobs } = desk;
	const now = await desk.clock.now(db);
	await db.deleteFrom('request_key').where('created_at', '<', now.subtract(requestKeyKept)).execute();
	await db.deleteFrom('session').where('expires_at', '<', now.subtract(endedSessionsKept)).execute();
	await db.deleteFrom('sign_in_step').where('expires_at', '<', now).execute();
	await deleteDraftsBefore(db, now.subtract(draftsKept));
	await deleteImportsBefore(db, now.subtract(importsKept));
	const issuings = db.deleteFrom('issuing').where('finished_at', 'is not', null);
	await issuings.where('asked_at', '<', now.subtract(issuingsKept)).execute();
	await db.deleteFrom('sign_in_attempt').where('window_started_at', '<', now.subtract(attemptsKept)).execute();
	await sweepAuditLog(desk);
	await thinProofs(db, { before: now.subtract(proofsKept), rows: proofStep.rows, most: proofsAtOnce });
	await blobs.sweep(now.subtract(orphanKept), (sha256) => isFileKept(db, sha256));
}
