import type { Bilingual } from './calendar.ts';
import type { IssuingRefusal } from './credentials.ts';
import type { CustomerFileRefusal } from './customer-file/limits.ts';
import { emailOf, signBeyondMail } from './email.ts';
import { textLimits, usernameMin } from './limits.ts';
import type { OrganisationRefusal } from './organisation.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { PolicyRefusal } from './policy-check.ts';
import type { Language, StaffRole } from './roles.ts';

/** Why an act of administration is refused, with what the words about it need. */
export type AdministrationRefusal =
	| { reason: 'administrators-only' }
	| { reason: 'unknown-record' }
	| NotValid
	| { reason: TakenName }
	| { reason: 'last-administrator' }
	| { reason: 'yourself' }
	| { reason: 'enable-first' }
	| { reason: 'link-not-sent-again' }
	| { reason: 'not-staff' }
	| { reason: 'no-product' }
	| ClosureRefusal
	| IssuingRefusal
	| CustomerFileRefusal
	| OrganisationRefusal
	| PolicyRefusal;

export type ClosureRefusal =
	| { reason: 'day-already-closed'; closedFor: string }
	| { reason: 'day-not-worked' }
	| { reason: 'day-is-holiday'; holiday: Bilingual }
	| { reason: 'day-out-of-range'; field: 'from' | 'to'; earliest: string; latest: string }
	| { reason: 'range-backwards' }
	| { reason: 'range-too-long'; maxDays: number }
	| { reason: 'nothing-to-close' }
	| { reason: 'too-few-business-days'; holdDays: number };

/** Names that only one may bear. */
export type TakenName = 'product-name-taken' | 'customer-name-taken' | 'username-taken' | 'email-taken';

/** `sign` stands in an address where no mail server has to take it. */
export type NotValid = { reason: 'not-valid'; field: AdministrationField; sign?: string | undefined };
export type AdministrationField =
	| 'name'
	| 'username'
	| 'email'
	| 'from'
	| 'to'
	| 'reason'
	| 'note'
	| 'postalAddress'
	| 'supportAddress';

/** What is known of a person with an account. */
export type Person = { name: string; username: string; email: string; language: Language };
export type StaffMember = Person & { role: StaffRole };

/**
 * What nobody sees and nobody typed on purpose: it comes along with what is copied, breaks a line of a mail's header or turns the
 * order in which the rest is read (UAX #9, 2). The joiners stay: scripts are written with them.
 */
const unseen = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** A line of text without spaces at its ends or in rows, nor signs that are not seen; refused when it is empty or too long. */
export function line<const Field extends AdministrationField>(field: Field, typed: string, limit: number) {
	const text = typed.normalize('NFC').replace(/\s+/g, ' ').replace(unseen, '').trim();
	return text.length > 0 && [...text].length <= limit ? done(text) : refused({ reason: 'not-valid', field });
}

export const productName = (typed: string) => line('name', typed, textLimits.name);
export const customerName = (typed: string) => line('name', typed, textLimits.customerName);

/** The person as they are kept, or the first field that cannot be. */
export function personOf<Typed extends Person>(typed: Typed): Outcome<Typed, NotValid> {
	const name = line('name', typed.name, textLimits.name);
	if (!name.ok) return name;
	const username = usernameOf(typed.username);
	if (!username) return refused({ reason: 'not-valid', field: 'username' });
	const email = emailOf(typed.email);
	if (!email) return refused({ reason: 'not-valid', field: 'email', sign: signBeyondMail(typed.email) });
	return done({ ...typed, name: name.value, username, email });
}

/** Small letters, digits, dot, hyphen and underscore; capitals are not told apart. Never an address: it has no @. */
export function usernameOf(typed: string): string | undefined {
	const username = typed.trim().toLowerCase();
	const { length } = username;
	return /^[a-z0-9._-]+$/.test(username) && length >= usernameMin && length <= textLimits.username
		? username
		: undefined;
}

/** Whether an enabled administrator is left when this account is one no longer. */
export function leavesAnAdministrator(administrators: readonly number[], account: number): boolean {
	return administrators.some((administrator) => administrator !== account);
}
