import { createHmac } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Signature } from '#lib/domain/organisation.ts';
import { mail as english } from '#lib/messages/en/mail.ts';
import { mail as italian } from '#lib/messages/it/mail.ts';
import type { Sender } from '#platform/mail-settings.ts';
import type { SecretKey } from '#platform/secret-key.ts';
import type { Parcel } from '../db/mail-queue.ts';
import { tokensIn, withAddresses } from './addresses.ts';
import { htmlOf } from './html.ts';
import { senderOf, signed } from './sender.ts';

/** How what is sent looks to its receiver. `returnPath`: `signed` says of a bounce which mail it is about, and that it was ours. */
export type Letterhead = {
	from: Sender;
	returnPath: 'signed' | 'plain';
	origin: string;
	secretKey: SecretKey;
	organisation: Signature;
};

/** The mail as it goes over the line, where what cannot be delivered comes back to, and what the server's answer must not repeat. */
export async function messageOf(
	parcel: Parcel,
	head: Letterhead,
): Promise<{ returnPath: string; message: Buffer; secrets: string[] }> {
	const { from, organisation } = head;
	const { id, messageId, to, notices } = parcel;
	const [first] = notices;
	if (!first) throw new Error('A mail holds at least one notice.');
	const { subject, body } = textOf(parcel);
	const text = withAddresses(body, head.origin, head.secretKey);
	const ticket = notices.length === 1 ? first.ticket : null;
	const whole = { kind: first.kind, language: parcel.language, ticket, subject, body: text };
	const below = senderOf(organisation, parcel.language, head.origin);
	const thread = threadOf(parcel, from.domain);
	const composer = new MailComposer({
		from: { name: oneLine(from.name || organisation.name), address: from.address },
		to: { name: oneLine(to.name), address: to.email },
		subject: oneLine(subject),
		date: new Date(first.created_at.epochMilliseconds),
		// Several in one mail are another mail than the first of them alone, which a receiver may have seen.
		messageId: `<${messageId}${notices.length > 1 ? `.${notices.length}` : ''}@${from.domain}>`,
		...(thread && { inReplyTo: thread, references: thread }),
		headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
		text: signed(text, below),
		html: htmlOf(whole, below),
		newline: 'win',
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	const message = await composer.compile().build();
	return { returnPath: returnPathOf(id, head), message, secrets: tokensIn(body, head.secretKey) };
}

/** One notice as it was written, or several, each under its subject. */
function textOf({ notices, language, to }: Parcel): { subject: string; body: string } {
	const [only, ...more] = notices;
	if (only && more.length === 0) return only;
	const words = (language === 'en' ? english : italian).gathered;
	const each = notices.map(
		({ subject, body }, nth) => `${words.nth(nth + 1, notices.length)}: ${subject}\n\n${body.trim()}`,
	);
	return {
		subject: words.subject(notices.length),
		body: `${words.opening(to.name, notices.length)}\n\n\n${each.join('\n\n\n')}\n`,
	};
}

/** The mails of a ticket name the same ancestor, so that they stand together where mail is read. */
function threadOf({ notices }: Parcel, domain: string): string | undefined {
	const tickets = new Set(notices.map(({ ticket }) => ticket));
	const [ticket] = tickets;
	return tickets.size === 1 && ticket ? `<ticket.${ticket}@${domain}>` : undefined;
}

/** `desk+b41-<16 hex digits>@…`, where letter case does not count. */
function returnPathOf(id: number, { from, returnPath, secretKey }: Letterhead): string {
	if (returnPath === 'plain') return from.address;
	const signature = createHmac('sha256', secretKey('return-path')).update(String(id)).digest('hex').slice(0, 16);
	return from.address.replace('@', `+b${id}-${signature}@`);
}

/** No sign in a name or subject ends its line, or turns the order in which the rest is read. */
function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
