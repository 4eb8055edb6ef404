import { sql } from 'kysely';
import type { Desk } from '#lib/server/desk.ts';
import type { Mailing } from '#lib/server/mail/send-mail.ts';
import type { SmtpServer } from '#platform/mail-settings.ts';
import { connect, type Patience } from '#platform/smtp.ts';

/** As long as the tests' servers need, and no longer. */
const impatient: Patience = { connecting: 300, beforeTheEnd: 300, afterTheEnd: 400 };

export const house = { name: 'Assistenza Ferri', address: 'assistenza@desk.example', domain: 'desk.example' };

/** How mail leaves the test's house for that server; what it says to its log is kept in `said`. */
export function mailingTo(server: { address: SmtpServer }, told: Partial<Mailing> = {}) {
	const said: string[] = [];
	const say = (about: unknown, words?: string) => void said.push(words ?? String(about));
	const mailing: Mailing = {
		...{ from: house, returnPath: 'signed', perHour: 1_000, origin: 'https://desk.example' },
		connect: () => connect(server.address, house.domain, impatient),
		logger: { info: say, warn: say },
		...told,
	};
	return { ...mailing, said };
}

/** A notice to somebody, as an act writes it; its key. */
export async function writeMail(
	{ db, clock }: Desk,
	account: number,
	told: { subject?: string; body?: string; ticket?: number } = {},
): Promise<number> {
	const row = await db
		.insertInto('mail_out')
		.values({
			...{ kind: 'answered', account, language: 'it', subject: 'Risposta', body: 'Buongiorno.\n', ...told },
			message_id: sql<string>`gen_random_uuid()`,
			created_at: await clock.now(db),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

/** What has become of it. */
export function mailRow({ db }: Desk, id: number) {
	return db.selectFrom('mail_out').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}
