import type { Role } from './roles.ts';

/** What the log of access is filtered by: each verb belongs to one of these. */
export const auditAreas = ['sign-in', 'credentials', 'people', 'customers', 'house', 'records'] as const;
export type AuditArea = (typeof auditAreas)[number];

/**
 * Every step about who may come to the counter, and its area. A new verb has a line here, one in `AuditDetails`, and its words in
 * `messages/{it,en}/audit.ts`; a new detail has a word there.
 */
export const auditVerbs = {
	'signed-in': 'sign-in',
	'sign-in-refused': 'sign-in',
	'sign-in-stopped': 'sign-in',
	'proof-refused': 'sign-in',
	'signed-out': 'sign-in',
	'sessions-ended': 'sign-in',
	'installation-set-up': 'credentials',
	'activation-issued': 'credentials',
	'activation-renewed': 'credentials',
	'credentials-asked': 'credentials',
	'account-activated': 'credentials',
	'recovery-asked': 'credentials',
	'password-recovered': 'credentials',
	'password-changed': 'credentials',
	'address-asked': 'credentials',
	'address-confirmed': 'credentials',
	'address-changed': 'credentials',
	'address-stopped': 'credentials',
	'second-factor-set-up': 'credentials',
	'second-factor-removed': 'credentials',
	'recovery-codes-renewed': 'credentials',
	'recovery-code-used': 'credentials',
	'mail-resent': 'credentials',
	'account-created': 'people',
	'account-changed': 'people',
	'account-disabled': 'people',
	'account-enabled': 'people',
	'users-disabled': 'people',
	'coverage-changed': 'people',
	'customer-created': 'customers',
	'customer-changed': 'customers',
	'licences-changed': 'customers',
	'import-confirmed': 'customers',
	'import-finished': 'customers',
	'customers-exported': 'customers',
	'product-created': 'house',
	'product-renamed': 'house',
	'saved-reply-created': 'house',
	'saved-reply-changed': 'house',
	'saved-reply-removed': 'house',
	'second-factor-required': 'house',
	'second-factor-not-required': 'house',
	'policy-saved': 'house',
	'organisation-changed': 'house',
	'closure-days-added': 'house',
	'closure-days-removed': 'house',
	'audit-exported': 'records',
	'audit-swept': 'records',
} as const satisfies Record<string, AuditArea>;

export type AuditVerb = keyof typeof auditVerbs;

type Value = string | number | boolean | null;
export type AuditFields = { [field: string]: Value | readonly Value[] | undefined };
/** Only the fields that differ, as they were and as they are. */
type Changed = { from: AuditFields; to: AuditFields };
/** The verb, whom and what it is about say it all. */
type Nothing = Record<never, never>;

/**
 * What an entry tells beside who, whom, when and from where. Never a password, a token, a link or a code, whole or in part, nor what
 * somebody typed who was not recognised: people type passwords into the wrong field.
 */
export type AuditDetails = {
	'signed-in': Nothing;
	'sign-in-refused': { reason: SignInTrouble };
	/** From now on nothing is tried, for so many minutes: too many tries of one name, or from one address. */
	'sign-in-stopped': { counted: 'name' | 'address'; minutes: number };
	/** Somebody signed in was asked again who they are. */
	'proof-refused': { reason: SignInTrouble };
	'signed-out': Nothing;
	/** How many of somebody's sessions. */
	'sessions-ended': { sessions: number };
	'installation-set-up': Nothing;
	'activation-issued': Nothing;
	'activation-renewed': Nothing;
	/** For so many people at once; each issuing has an entry of its own. */
	'credentials-asked': { accounts: number };
	'account-activated': Nothing;
	'recovery-asked': Nothing;
	'password-recovered': Nothing;
	'password-changed': Nothing;
	/** The one that is to be. */
	'address-asked': { email: string };
	/** At which of the two. */
	'address-confirmed': { side: 'present' | 'new' };
	'address-changed': Changed;
	/** By somebody who read the present one, and had not asked for it. */
	'address-stopped': Nothing;
	'second-factor-set-up': Nothing;
	'second-factor-removed': Nothing;
	'recovery-codes-renewed': Nothing;
	/** How many are left. */
	'recovery-code-used': { left: number };
	/** The key of the mail. */
	'mail-resent': { mail: number };
	'account-created': { role: Role; username: string };
	'account-changed': Changed;
	/** The tickets that were in hand. */
	'account-disabled': { putBack: number[] };
	'account-enabled': Nothing;
	/** How many of a customer's. */
	'users-disabled': { accounts: number };
	/** Names of products; null for all of them. */
	'coverage-changed': { from: { products: string[] | null }; to: { products: string[] | null } };
	'customer-created': { colleaguesSeeTickets: boolean };
	'customer-changed': Changed;
	/** Names of products. */
	'licences-changed': { granted: string[]; withdrawn: string[] };
	/** Many customers and people at once, by file. */
	'import-confirmed': { file: string; rows: number };
	/** What came of it. */
	'import-finished': { file: string; customers: number; people: number; licences: number; refused: number };
	'customers-exported': { rows: number };
	'product-created': Nothing;
	'product-renamed': Changed;
	'saved-reply-created': AuditFields;
	'saved-reply-changed': Changed;
	'saved-reply-removed': AuditFields;
	/** Of staff. */
	'second-factor-required': Nothing;
	'second-factor-not-required': Nothing;
	'policy-saved': Changed & { version: number };
	'organisation-changed': Changed;
	/** Days as YYYY-MM-DD. */
	'closure-days-added': { days: string[]; reason: string };
	'closure-days-removed': { days: string[] };
	/** How many entries went out, and the filter's address. */
	'audit-exported': { entries: number; filter: string };
	/** How many entries had had their time. */
	'audit-swept': { entries: number };
};

/** Why somebody was not let in, as it is told to administrators and to nobody else. */
export type SignInTrouble =
	| 'unknown-name'
	| 'not-activated'
	| 'wrong-password'
	| 'wrong-code'
	| 'second-factor-unreadable'
	| 'disabled';

/** What a detail is called; those of a change, `from` and `to`, are told field by field. */
export type AuditDetail = Exclude<NamesIn<AuditDetails[AuditVerb]>, 'from' | 'to'>;
type NamesIn<Details> = Details extends unknown ? (string extends keyof Details ? never : keyof Details) : never;
