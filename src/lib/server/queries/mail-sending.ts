import type { Kysely } from 'kysely';
import type { DB } from '../db/types.ts';

/** The house's mail server takes nothing, since when and in whose words; or did not, and does again since not long ago. */
export type MailSending = { since: string; answer: string; recovered: string | undefined };

const recoveryShown = { hours: 24 };

export async function mailSending(db: Kysely<DB>, now: Temporal.Instant): Promise<MailSending | undefined> {
	const row = await db.selectFrom('mail_sending').selectAll().executeTakeFirstOrThrow();
	const { failing_since: since, recovered_at: recovered } = row;
	if (!since) return undefined;
	if (recovered && Temporal.Instant.compare(recovered.add(recoveryShown), now) < 0) return undefined;
	return { since: since.toString(), answer: row.answer ?? '', recovered: recovered?.toString() };
}
