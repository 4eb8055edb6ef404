import type { MissingItem } from '#lib/domain/hold.ts';
import { isOptional } from '#lib/domain/notices.ts';
import type { StoredReceipt } from '#lib/domain/receipt-json.ts';
import {
	type Addressed,
	lastOf,
	letter,
	list,
	type Mail,
	type MailWords,
	page,
	quoted,
	type Speech,
	speechTo,
} from './speech.ts';

/**
 * What a notice tells, by its kind. `text` is the message that a person wrote with the act, `days` (YYYY-MM-DD) the closure
 * days that a wait had counted, `receipt` the one in force from now on, `files` the names of what came with the message, `into` the
 * ticket that goes on: it had awaited the customer and is `answered` with this one, or, with a `receipt`, awaits them still.
 */
type ForCustomer = {
	'hold-placed': { receipt: StoredReceipt; missing: readonly MissingItem[]; text?: string };
	reminder: { receipt: StoredReceipt; missing: readonly MissingItem[] };
	lapsed: { receipt: StoredReceipt };
	'lapse-moved': LapseMoved;
	answered: Said;
	resolved: Said;
	merged: { into: number; answered?: boolean; receipt?: StoredReceipt; text?: string };
};
type ForStaff = { 'lapse-moved': LapseMoved; 'handed-over': { text?: string } };
type Said = { text: string; files: readonly string[] };
type LapseMoved = { receipt: StoredReceipt; days: readonly string[]; reason: string };

type News<Data> = { [Kind in keyof Data]: { kind: Kind; data: Data[Kind] } }[keyof Data];
export type CustomerNews = News<ForCustomer>;
export type StaffNews = News<ForStaff>;

/** A paragraph each: what happened, why, what can be done now, and the pages to do it on; the policy, which each of them names, comes last (P8). */
type Telling<Data> = { [Kind in keyof Data]: (data: Data[Kind], speech: Speech) => string[] };

const toCustomer: Telling<ForCustomer> = {
	'hold-placed': ({ receipt, missing, text }, speech) => {
		const words = speech.mail.forCustomer['hold-placed'];
		const skipped = receipt.skippedDays.length > 0 ? [`${speech.mail.skipped}\n${speech.skipped(receipt)}`] : [];
		return [
			words.happened(speech.ticket),
			`${words.missing}\n${speech.missing(missing)}`,
			...quoted(speech, text),
			words.lastDay(speech.lastDay(receipt), receipt.countedDays.length),
			...skipped,
			words.why,
			words.now,
			itsPage(speech),
		];
	},
	reminder: ({ receipt, missing }, speech) => {
		const words = speech.mail.forCustomer.reminder;
		const asked = `${words.missing}\n${speech.missing(missing)}`;
		const lastDay = words.lastDay(speech.lastDay(receipt));
		return [words.happened(speech.ticket), asked, lastDay, words.why, words.now, itsPage(speech)];
	},
	lapsed: ({ receipt }, speech) => {
		const words = speech.mail.forCustomer.lapsed;
		const happened = words.happened(speech.ticket, speech.day(lastOf(receipt)));
		return [happened, words.why, words.now, followUpPage(speech), itsPage(speech)];
	},
	'lapse-moved': (data, speech) => [...moved(speech.mail.forCustomer['lapse-moved'], data, speech), itsPage(speech)],
	answered: (said, speech) => {
		const words = speech.mail.forCustomer.answered;
		return [words.happened(speech.ticket), ...whole(said, speech), words.now, words.why, itsPage(speech)];
	},
	resolved: (said, speech) => {
		const words = speech.mail.forCustomer.resolved;
		const happened = [words.happened(speech.ticket), ...whole(said, speech)];
		return [...happened, words.why, words.now, followUpPage(speech), itsPage(speech)];
	},
	merged: ({ into, answered, receipt, text }, speech) => {
		const words = speech.mail.forCustomer.merged;
		const answer = answered ? [words.answered(into)] : [];
		const awaited = receipt ? [words.awaited(into, speech.lastDay(receipt))] : [];
		const happened = [words.happened(speech.ticket, into), ...quoted(speech, text), ...answer, ...awaited];
		return [...happened, words.why, words.now(into), itsPage(speech, into), itsPage(speech)];
	},
};

const toStaff: Telling<ForStaff> = {
	'lapse-moved': (data, speech) => [...moved(speech.mail.forStaff['lapse-moved'], data, speech), deskPage(speech)],
	'handed-over': ({ text }, speech) => {
		const words = speech.mail.forStaff['handed-over'];
		return [words.happened(speech.ticket), ...quoted(speech, text), words.why, words.now, deskPage(speech)];
	},
};

function moved(words: MailWords['forStaff']['lapse-moved'], data: LapseMoved, speech: Speech): string[] {
	const closed = `${words.closed(data.reason)}\n${list(data.days.map(speech.day))}`;
	return [words.happened(speech.ticket), closed, words.lastDay(speech.lastDay(data.receipt)), words.why, words.now];
}

/** The message and what came with it: whoever reads it on a building site needs no page for it. */
function whole({ text, files }: Said, speech: Speech): string[] {
	return [...quoted(speech, text), ...(files.length > 0 ? [`${speech.mail.files}\n${list(files)}`] : [])];
}

const itsPage = ({ mail, number }: Speech, of = number) => page(mail.ticketPage(of), `/tickets/${of}`);
const deskPage = ({ mail, number }: Speech) => page(mail.ticketPage(number), `/desk/tickets/${number}`);
const followUpPage = ({ mail, number }: Speech) => page(mail.followUpPage, `/tickets/new?follows=${number}`);
const accountPage = ({ mail }: Speech) => page(mail.accountPage, '/account');
const policyPage = ({ mail }: Speech) => page(mail.policyPage, '/policy');

/** A notice to a user of the customer, in their language. */
export function forCustomer({ kind, data }: CustomerNews, to: Addressed): Mail {
	const speech = speechTo(to);
	const tell = toCustomer[kind] as (data: unknown, speech: Speech) => string[];
	const choice = isOptional(kind) ? [accountPage(speech)] : [];
	return letter(speech, to, speech.mail.forCustomer[kind].news, [...tell(data, speech), ...choice, policyPage(speech)]);
}

/** A notice to one of the staff. */
export function forStaff({ kind, data }: StaffNews, to: Addressed): Mail {
	const speech = speechTo(to);
	const tell = toStaff[kind] as (data: unknown, speech: Speech) => string[];
	return letter(speech, to, speech.mail.forStaff[kind].news, [...tell(data, speech), policyPage(speech)]);
}
