import type { MissingItem } from '#lib/domain/hold.ts';
import type { StoredReceipt } from '#lib/domain/receipt-json.ts';
import type { Language } from '#lib/domain/roles.ts';
import { dateParts } from '#lib/messages/dates.ts';
import { mail as english } from '#lib/messages/en/mail.ts';
import { mail as italian } from '#lib/messages/it/mail.ts';
import { wordsFor } from '#lib/messages/words-for.ts';

/** Who reads a notice, of which ticket. */
export type Addressed = { name: string; language: Language; ticket: { number: number; subject: string } };

/** Plain text; a page of ours is named by its path, alone on its line (`withAddresses` makes addresses of them). */
export type Mail = { subject: string; body: string };

export type MailWords = typeof italian;

/** How the reader's language says what comes up in notices; days are YYYY-MM-DD. */
export type Speech = {
	mail: MailWords;
	number: number;
	ticket: string;
	day: (day: string) => string;
	/** The last day to reply, in the time zone the wait was promised in. */
	lastDay: (receipt: StoredReceipt) => string;
	missing: (items: readonly MissingItem[]) => string;
	/** The days that were not counted, each with why. */
	skipped: (receipt: StoredReceipt) => string;
};

export function speechTo({ language, ticket }: Addressed): Speech {
	const mail = language === 'en' ? english : italian;
	const { common, turn, receipt: said } = wordsFor(language);
	const day = (iso: string) => common.time.dateWithYear(dateParts(iso, language));
	const why = ({ reason }: StoredReceipt['skippedDays'][number]) => {
		if (reason.kind === 'not-worked') return said.notWorked;
		return reason.kind === 'holiday' ? reason.name[language] : reason.reason;
	};
	return {
		mail,
		number: ticket.number,
		ticket: mail.ticket(ticket.number, ticket.subject),
		day,
		lastDay: (receipt) => mail.toLastDay(day(lastOf(receipt)), receipt.timeZone),
		missing: (items) => list(items.map((item) => turn.missing[item])),
		skipped: ({ skippedDays }) => list(skippedDays.map((skipped) => `${day(skipped.day)}: ${why(skipped)}`)),
	};
}

/** The last day that was counted. */
export function lastOf({ countedDays }: StoredReceipt): string {
	return countedDays.at(-1) ?? '';
}

export function letter({ mail }: Speech, { name, ticket }: Addressed, news: string, paragraphs: string[]): Mail {
	const body = [mail.greeting(name), ...paragraphs, mail.closing].join('\n\n');
	return { subject: mail.subject(ticket.number, news, ticket.subject), body: `${body}\n` };
}

export function list(items: readonly string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

/** What a person wrote is quoted line by line, so that nothing of it is ever taken for ours; nothing when they wrote nothing. */
export function quoted({ mail }: Speech, text = ''): string[] {
	const lines = text.trim().split(/\r?\n/);
	return text.trim() ? [`${mail.message}\n${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}`] : [];
}

export function page(title: string, path: string): string {
	return `${title}\n${path}`;
}
