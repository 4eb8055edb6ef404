import type { Language } from '#lib/domain/roles.ts';
import { credentialsMail as english } from '#lib/messages/en/credentials-mail.ts';
import { mail as englishMail } from '#lib/messages/en/mail.ts';
import { credentialsMail as italian } from '#lib/messages/it/credentials-mail.ts';
import { mail as italianMail } from '#lib/messages/it/mail.ts';
import { linkTo } from './addresses.ts';
import { type Mail, page } from './speech.ts';

/** What is told of somebody's credentials; `nonce` is that of the link it brings. */
export type CredentialsNews =
	| { kind: 'activation' | 'activation-reminder' | 'recovery'; nonce: string }
	| { kind: 'password-changed' };

type Reader = { name: string; username: string; language: Language };

export function forOwner(news: CredentialsNews, { name, username, language }: Reader): Mail {
	const [words, mail] = language === 'en' ? [english, englishMail] : [italian, italianMail];
	const { subject, happened, why, now } = words[news.kind];
	const itsPage = page(words.pages[news.kind], pathOf(news));
	const paragraphs = [happened(username), itsPage, why, now, page(mail.policyPage, '/policy')];
	return { subject, body: `${[mail.greeting(name), ...paragraphs, mail.closing].join('\n\n')}\n` };
}

function pathOf(news: CredentialsNews): string {
	if (news.kind === 'password-changed') return '/recover';
	return linkTo(news.kind === 'recovery' ? 'recover' : 'activate', news.nonce);
}
