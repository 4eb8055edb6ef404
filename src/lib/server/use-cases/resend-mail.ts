import { sql, type Transaction } from 'kysely';
import { bringsLink } from '#lib/domain/notices.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { sayMailWaits } from '../db/mail-queue.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

/**
 * A mail goes out again, as it was written. Only one that a server has already accepted gets another Message-ID: its receiver may drop
 * what bears one they have seen, while of any other nobody knows whether it came through (docs/decisions/2026-11-23-mail-out.md).
 * One that waits, or goes with others, is left as it is; one that brings a link is not sent again, since a new link replaces it (P1).
 */
export async function resendMail(
	desk: Desk,
	viewer: Viewer,
	input: Administering & { mail: number },
): Promise<AdministrationOutcome> {
	return administer(desk, viewer, 'resend-mail', input, async (tx, at) => {
		const mail = await locked(tx, input.mail);
		if (!mail) return refused({ reason: 'unknown-record' });
		if (bringsLink(mail.kind)) return refused({ reason: 'link-not-sent-again' });
		if (mail.state === 'waiting' || mail.state === 'gathered') return done();
		const was = mail.state === 'sent' ? { message_id: sql<string>`gen_random_uuid()` } : {};
		await tx
			.updateTable('mail_out')
			.set({ ...was, state: 'waiting', settled_at: null, trouble: null, answer: null, sent_to: null })
			// What was tried before goes alone: in another mail it could arrive twice.
			.set({ attempts: 0, first_attempt_at: mail.first_attempt_at && at, next_attempt_at: at })
			.where('id', '=', input.mail)
			.execute();
		await sayMailWaits(tx);
		const details = { mail: input.mail };
		await record(tx, desk, { at, verb: 'mail-resent', by: viewer.id, about: { account: mail.account }, details });
		return done();
	});
}

function locked(tx: Transaction<DB>, id: number) {
	const mail = tx.selectFrom('mail_out').select(['account', 'kind', 'state', 'first_attempt_at']).where('id', '=', id);
	return mail.forUpdate().executeTakeFirst();
}
