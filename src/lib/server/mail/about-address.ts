import type { Language } from '#lib/domain/roles.ts';
import { addressMail as english } from '#lib/messages/en/address-mail.ts';
import { mail as englishMail } from '#lib/messages/en/mail.ts';
import { addressMail as italian } from '#lib/messages/it/address-mail.ts';
import { mail as italianMail } from '#lib/messages/it/mail.ts';
import { linkTo } from './addresses.ts';
import { type Mail, page } from './speech.ts';

/**
 * What is told of an address that is to change, or has. `address-change`: at the present one, with the nonce of its links;
 * `address-confirm`: at the new one, whoever reads it; `address-taken`: to whose address it is already.
 */
export type AddressNews =
	| { kind: 'address-change'; email: string; nonce: string }
	| { kind: 'address-confirm'; nonce: string }
	| { kind: 'address-taken' }
	| { kind: 'address-changed'; email: string };

export function aboutAddress(
	news: AddressNews,
	{ name, username, language }: { name: string; username: string; language: Language },
): Mail {
	const [words, mail] = language === 'en' ? [english, englishMail] : [italian, italianMail];
	const subject = words.subjects[news.kind];
	const paragraphs = [...saidOf(news, username, words), page(mail.policyPage, '/policy'), mail.closing];
	// Whoever reads at a new address may be a stranger to whom it was mistyped: not even a name is theirs to know.
	const greeting = news.kind === 'address-confirm' ? words.toAnybody : mail.greeting(name);
	return { subject, body: `${[greeting, ...paragraphs].join('\n\n')}\n` };
}

function saidOf(news: AddressNews, username: string, words: typeof italian): string[] {
	switch (news.kind) {
		case 'address-change': {
			const { happened, confirm, why, stop } = words.change;
			const [yes, no] = [linkTo('confirm-address', news.nonce), linkTo('stop-address', news.nonce)];
			return [happened(username, news.email), page(confirm, yes), why, page(stop, no)];
		}
		case 'address-confirm': {
			const { happened, confirm, why, now } = words.confirm;
			return [happened, page(confirm, linkTo('confirm-address', news.nonce)), why, now];
		}
		case 'address-taken': {
			const { happened, why, now } = words.taken;
			return [happened, why, now];
		}
		case 'address-changed': {
			const { happened, why, notYou } = words.changed;
			return [happened(username, news.email), why, notYou];
		}
		default:
			return news satisfies never;
	}
}
