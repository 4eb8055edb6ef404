import type { Language } from '#lib/domain/roles.ts';
import { mail as englishMail } from '#lib/messages/en/mail.ts';
import { secondFactorMail as english } from '#lib/messages/en/second-factor-mail.ts';
import { mail as italianMail } from '#lib/messages/it/mail.ts';
import { secondFactorMail as italian } from '#lib/messages/it/second-factor-mail.ts';
import { type Mail, page } from './speech.ts';

/** What has become of somebody's second factor. `taken-away`: by an administrator; `left`: recovery codes. */
export type SecondFactorNews =
	| { news: 'set-up' | 'removed' | 'taken-away' | 'codes-renewed' }
	| { news: 'code-used'; left: number };

export function aboutSecondFactor(
	told: SecondFactorNews,
	{ name, language }: { name: string; language: Language },
): Mail {
	const [words, mail] = language === 'en' ? [english, englishMail] : [italian, italianMail];
	const { subject, happened } = words[told.news];
	const what = told.news === 'code-used' ? [happened, words.left(told.left)] : [happened];
	const pages = [page(words.page, '/access'), page(mail.policyPage, '/policy')];
	const paragraphs = [mail.greeting(name), ...what, words.why, words.notYou, ...pages, mail.closing];
	return { subject, body: `${paragraphs.join('\n\n')}\n` };
}
