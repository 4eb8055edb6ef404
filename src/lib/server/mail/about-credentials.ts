import { sql, type Transaction } from 'kysely';
import { credentialsMail as english } from '#lib/messages/en/credentials-mail.ts';
import { mail as englishMail } from '#lib/messages/en/mail.ts';
import { credentialsMail as italian } from '#lib/messages/it/credentials-mail.ts';
import { mail as italianMail } from '#lib/messages/it/mail.ts';
import type { DB } from '../db/types.ts';
import { linkTo } from './addresses.ts';
import { type Mail, page } from './speech.ts';

/** What is told of somebody's credentials; `nonce` is that of the link it brings. */
export type CredentialsNews =
	| { kind: 'activation' | 'activation-reminder' | 'recovery'; nonce: string }
	| { kind: 'password-changed' };

type Words = typeof italian;
type Person = { name: string; username: string };

/** Writes to whose account it is, at the registered address and in their language, in the transaction of what it tells of. */
export async function tellOfCredentials(
	tx: Transaction<DB>,
	{ account, at, ...news }: CredentialsNews & { account: number; at: Temporal.Instant },
): Promise<void> {
	const person = tx.selectFrom('account').select(['name', 'username', 'language']).where('id', '=', account);
	const { language, ...to } = await person.executeTakeFirstOrThrow();
	const [words, mail] = language === 'en' ? [english, englishMail] : [italian, italianMail];
	const { subject, body } = letterOf(news, to, words, mail);
	const { kind } = news;
	const written = { kind, account, language, subject, body, created_at: at };
	await tx
		.insertInto('mail_out')
		.values({ ...written, message_id: sql`gen_random_uuid()` })
		.execute();
}

function letterOf(news: CredentialsNews, { name, username }: Person, words: Words, mail: typeof italianMail): Mail {
	const { subject, happened, why, now } = words[news.kind];
	const paragraphs = [happened(username), pageOf(news, words), why, now, page(mail.policyPage, '/policy')];
	return { subject, body: `${[mail.greeting(name), ...paragraphs, mail.closing].join('\n\n')}\n` };
}

const purposes = { activation: 'activate', 'activation-reminder': 'activate', recovery: 'recover' } as const;

function pageOf(news: CredentialsNews, { pages }: Words): string {
	if (news.kind === 'password-changed') return page(pages[news.kind], '/recover');
	return page(pages[news.kind], linkTo(purposes[news.kind], news.nonce));
}
