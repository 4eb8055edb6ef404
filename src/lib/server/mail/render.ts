import type { MissingItem } from '#lib/domain/hold.ts';
import type { StoredReceipt } from '#lib/domain/receipt-json.ts';
import type { Language } from '#lib/domain/roles.ts';
import { dateParts } from '#lib/messages/dates.ts';
import { mail as english } from '#lib/messages/en/mail.ts';
import { mail as italian } from '#lib/messages/it/mail.ts';
import { wordsFor } from '#lib/messages/words-for.ts';

/**
 * What a notice tells, by its kind. `text` is the message that a person wrote with the act, `days` (YYYY-MM-DD) the closure
 * days that a wait had counted, `receipt` the one in force from now on, `into` the ticket that goes on.
 */
export type CustomerNews =
	| { kind: 'hold-placed'; data: { receipt: StoredReceipt; missing: readonly MissingItem[]; text?: string } }
	| { kind: 'reminder'; data: { receipt: StoredReceipt; missing: readonly MissingItem[] } }
	| { kind: 'lapsed'; data: { receipt: StoredReceipt } }
	| { kind: 'lapse-moved'; data: LapseMoved }
	| { kind: 'merged'; data: { into: number; text?: string } };

export type StaffNews = { kind: 'lapse-moved'; data: LapseMoved } | { kind: 'handed-over'; data: { text?: string } };

type LapseMoved = { receipt: StoredReceipt; days: readonly string[]; reason: string };

/** Who reads it, of which ticket. */
export type Addressed = { name: string; language: Language; ticket: { number: number; subject: string } };

/** Plain text; a page of ours is named by its path, alone on its line (`withAddresses` makes addresses of them). */
export type Mail = { subject: string; body: string };

/** A notice to a user of the customer, in their language. */
export function forCustomer(news: CustomerNews, to: Addressed): Mail {
	const speech = speechOf(to);
	return letter(
		speech,
		to,
		speech.mail.forCustomer[news.kind].news,
		customerParagraphs(news, speech, to.ticket.number),
	);
}

/** A notice to one of the staff. */
export function forStaff(news: StaffNews, to: Addressed): Mail {
	const speech = speechOf(to);
	const { mail } = speech;
	const pages = [page(mail.ticketPage(to.ticket.number), `/desk/tickets/${to.ticket.number}`)];
	if (news.kind === 'handed-over') {
		const words = mail.forStaff['handed-over'];
		const said = [words.happened(speech.ticket), ...quoted(mail.message, news.data.text), words.why, words.now];
		return letter(speech, to, words.news, [...said, ...pages]);
	}
	const words = mail.forStaff['lapse-moved'];
	return letter(speech, to, words.news, [...movedParagraphs(words, news.data, speech), ...pages]);
}

/** How a language says the names that come up: the ticket, a day, a thing that is missing. */
type Speech = {
	mail: typeof italian;
	ticket: string;
	day: (day: string) => string;
	lastDay: (receipt: StoredReceipt) => string;
	missing: (items: readonly MissingItem[]) => string;
	skipped: (receipt: StoredReceipt) => string[];
};

function speechOf({ language, ticket }: Addressed): Speech {
	const mail = language === 'en' ? english : italian;
	const { common, turn } = wordsFor(language);
	const day = (iso: string) => common.time.dateWithYear(dateParts(iso, language));
	return {
		mail,
		ticket: mail.ticket(ticket.number, ticket.subject),
		day,
		lastDay: ({ countedDays, timeZone }) => mail.toLastDay(day(countedDays.at(-1) ?? ''), timeZone),
		missing: (items) => list(items.map((item) => turn.missing[item])),
		skipped: ({ skippedDays }) =>
			skippedDays.map(({ day: skipped, reason }) => {
				if (reason.kind === 'holiday') return `${day(skipped)}: ${reason.name[language]}`;
				return `${day(skipped)}: ${reason.kind === 'closure' ? reason.reason : turn.receipt.notWorked}`;
			}),
	};
}

function customerParagraphs(news: CustomerNews, speech: Speech, number: number): string[] {
	const { mail } = speech;
	const ticketPage = page(mail.ticketPage(number), `/tickets/${number}`);
	switch (news.kind) {
		case 'hold-placed':
			return [...placedParagraphs(news.data, speech), ticketPage, page(mail.policyPage, '/policy')];
		case 'reminder': {
			const words = mail.forCustomer.reminder;
			const asked = `${words.missing}\n${speech.missing(news.data.missing)}`;
			const lastDay = words.lastDay(speech.lastDay(news.data.receipt));
			return [words.happened(speech.ticket), asked, lastDay, words.why, words.now, ticketPage];
		}
		case 'lapsed': {
			const words = mail.forCustomer.lapsed;
			const happened = words.happened(speech.ticket, speech.day(news.data.receipt.countedDays.at(-1) ?? ''));
			const followUp = page(mail.followUpPage, `/tickets/new?follows=${number}`);
			return [happened, words.why, words.now, followUp, ticketPage, page(mail.policyPage, '/policy')];
		}
		case 'lapse-moved':
			return [...movedParagraphs(mail.forCustomer['lapse-moved'], news.data, speech), ticketPage];
		case 'merged': {
			const words = mail.forCustomer.merged;
			const { into, text } = news.data;
			const happened = [words.happened(speech.ticket, into), ...quoted(mail.message, text)];
			return [...happened, words.why, words.now(into), page(mail.ticketPage(into), `/tickets/${into}`), ticketPage];
		}
		default:
			return news satisfies never;
	}
}

type Placed = Extract<CustomerNews, { kind: 'hold-placed' }>['data'];

function placedParagraphs({ receipt, missing, text }: Placed, speech: Speech): string[] {
	const { mail } = speech;
	const words = mail.forCustomer['hold-placed'];
	const skipped = speech.skipped(receipt);
	return [
		words.happened(speech.ticket),
		`${words.missing}\n${speech.missing(missing)}`,
		...quoted(mail.message, text),
		words.lastDay(speech.lastDay(receipt), receipt.countedDays.length),
		...(skipped.length > 0 ? [`${mail.skipped}\n${list(skipped)}`] : []),
		words.why,
		words.now,
	];
}

type MovedWords = (typeof italian)['forStaff']['lapse-moved'];

function movedParagraphs(words: MovedWords, { receipt, days, reason }: LapseMoved, speech: Speech): string[] {
	const closed = `${words.closed(reason)}\n${list(days.map(speech.day))}`;
	return [words.happened(speech.ticket), closed, words.lastDay(speech.lastDay(receipt)), words.why, words.now];
}

function letter({ mail }: Speech, { name, ticket }: Addressed, news: string, paragraphs: string[]): Mail {
	const body = [mail.greeting(name), ...paragraphs, mail.closing].join('\n\n');
	return { subject: mail.subject(ticket.number, news, ticket.subject), body: `${body}\n` };
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** What a person wrote is quoted line by line, so that nothing of it is ever taken for ours. */
function quoted(title: string, text = ''): string[] {
	const lines = text.trim().split(/\r?\n/);
	return text.trim() ? [`${title}\n${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}`] : [];
}

const page = (title: string, path: string): string => `${title}\n${path}`;
