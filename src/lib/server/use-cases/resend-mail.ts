import { sql } from 'kysely';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

/**
 * A mail goes out again, as it was written, under a Message-ID of its own: whoever receives it may drop what bears one they have seen.
 * One that waits, or goes with others, is left as it is.
 */
export async function resendMail(
	desk: Desk,
	viewer: Viewer,
	input: Administering & { mail: number },
): Promise<AdministrationOutcome> {
	return administer(desk, viewer, 'resend-mail', input, async (tx, at) => {
		const found = tx.selectFrom('mail_out').select(['account', 'state']).where('id', '=', input.mail);
		const mail = await found.forUpdate().executeTakeFirst();
		if (!mail) return refused({ reason: 'unknown-record' });
		if (mail.state === 'waiting' || mail.state === 'gathered') return done();
		await tx
			.updateTable('mail_out')
			.set({ state: 'waiting', message_id: sql<string>`gen_random_uuid()`, attempts: 0, first_attempt_at: null })
			.set({ next_attempt_at: at, settled_at: null, sent_to: null, trouble: null, answer: null })
			.where('id', '=', input.mail)
			.execute();
		const details = { mail: input.mail };
		await record(tx, desk, { at, verb: 'mail-resent', by: viewer.id, about: { account: mail.account }, details });
		return done();
	});
}
