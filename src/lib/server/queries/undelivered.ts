import { sql } from 'kysely';
import type { NoticeKind } from '#lib/domain/notices.ts';
import type { MailTrouble } from '#lib/domain/sending.ts';

/** A mail that did not arrive, and why, in the server's words where it had any. */
export type Undelivered = {
	mail: number;
	kind: NoticeKind;
	ticket: number | null;
	to: string;
	/** As it is now; `tried` is where the mail was sent to, where it came that far. */
	email: string;
	tried: string | null;
	trouble: MailTrouble;
	answer: string | null;
	at: string;
};

const told = sql`json_build_object(
	'mail', failed.id, 'kind', failed.kind, 'ticket', failed.ticket, 'to', receiver.name, 'email', receiver.email,
	'tried', failed.sent_to, 'trouble', failed.trouble, 'answer', failed.answer, 'at', failed.settled_at
)`;

/** Of the `account` of a statement: the last mail that did not arrive, unless a later one did. */
export const undeliveredTo = sql<Undelivered | null>`(
	select ${told} from (
		select * from mail_out where mail_out.account = account.id and state = 'failed' order by id desc limit 1
	) failed
	join account receiver on receiver.id = failed.account
	where not exists (
		select from mail_out later
		where later.account = failed.account and later.state = 'sent' and later.settled_at > failed.settled_at
	)
)`;

/** Of the `ticket` of a statement: for each person the last mail about it, alone or among others, where that did not arrive. */
export const undeliveredOf = sql<Undelivered[]>`(
	select coalesce(json_agg(${told} order by failed.id), '[]') from (
		select distinct on (written.account) coalesce(written.gathered_into, written.id) as mail
		from mail_out written
		where written.ticket = ticket.number and written.state in ('sent', 'failed', 'gathered')
		order by written.account, written.id desc
	) last
	join mail_out failed on failed.id = last.mail and failed.state = 'failed'
	join account receiver on receiver.id = failed.account
)`;
