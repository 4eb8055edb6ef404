import { sql } from 'kysely';
import type { MailTrouble } from '#lib/domain/sending.ts';

/** A mail that did not arrive, and why, in the server's words where it had any. */
export type Undelivered = { mail: number; to: string; trouble: MailTrouble; answer: string | null };

const told = sql`json_build_object('mail', failed.id, 'to', receiver.name, 'trouble', failed.trouble, 'answer', failed.answer)`;

/** Of the `account` of a statement: the last mail that did not arrive, unless a later one did. */
export const undeliveredTo = sql<Undelivered | null>`(
	select ${told} from mail_out failed join account receiver on receiver.id = failed.account
	where failed.account = account.id and failed.state = 'failed' and not exists (
		select from mail_out later
		where later.account = failed.account and later.state = 'sent' and later.settled_at > failed.settled_at
	)
	order by failed.id desc limit 1
)`;

/** Of the `ticket` of a statement: its mails that did not arrive. */
export const undeliveredOf = sql<Undelivered[]>`(
	select coalesce(json_agg(${told} order by failed.id), '[]')
	from mail_out failed join account receiver on receiver.id = failed.account
	where failed.ticket = ticket.number and failed.state = 'failed'
)`;
