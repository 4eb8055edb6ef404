/** The longest a text may be, in characters. Shown beside the field and held by the forms. */
export const textLimits = {
	name: 120,
	customerName: 200,
	username: 64,
	email: 254,
	subject: 200,
	message: 20_000,
	/** To one item of a checklist. */
	answer: 4000,
	satisfaction: 2000,
	version: 80,
	operatingSystem: 120,
	tools: 400,
	closureReason: 120,
	policyNote: 500,
	fileName: 255,
	/** Of a saved reply, without its slash. */
	shortcut: 30,
} as const;

/** How many saved replies an agent has of their own, and how many are shared. */
export const savedReplyLimits = { personal: 100, shared: 300 } as const;

/** Shortest and longest password, in characters; no rules of composition. */
export const passwordLimits = { min: 10, max: 128 } as const;

export const usernameMin = 3;

/** What is known of the organisation, in characters; its postal address in lines, too. */
export const organisationLimits = { name: 80, postalAddressLine: 80, postalAddressLines: 5 } as const;

/** How long an activation link leads to a password (P1). */
export const activationDays = 7;

/** How long a link to choose a new password leads to one, in minutes. */
export const recoveryMinutes = 60;

/** How long the links of a change of e-mail address confirm it, or stop it. */
export const addressHours = 24;

/** How long there is between the password and the code of a second factor. */
export const stepMinutes = 10;

/**
 * When a session ends by itself: so long after it was last used, and after it was begun however much it is used. Staff see every
 * customer's tickets, and sign in at the start of a working day. Users come back when something is broken, from a building site: a month
 * in which they were not here is more likely a holiday than a stolen phone.
 */
export const sessionLimits = {
	staff: { idleHours: 12, absoluteHours: 7 * 24 },
	user: { idleHours: 30 * 24, absoluteHours: 90 * 24 },
} as const;

/**
 * What may wait to be sent: `toOpen` drafts of tickets a user, and `late` more that were sent with a session that had ended,
 * when nobody could be asked; in each so many fields and characters in all; a name of a field is short. Files are limited as
 * those of a message are, and all that wait of a user hold `fileBytes` at most; `takenInADay` bytes of files are taken from
 * anybody, those included that are refused or taken out again.
 */
export const draftLimits = {
	toOpen: 20,
	late: 20,
	fields: 40,
	fieldName: 60,
	text: 100_000,
	fileBytes: 1024 * 1024 * 1024,
	takenInADay: 4 * 1024 * 1024 * 1024,
} as const;

/** How long a draft is kept that nobody touches. */
export const draftKeptDays = 90;

/** Entries of the audit log that one file holds at most: the newest. A spreadsheet takes ten times as many. */
export const auditExportMost = 100_000;

/**
 * For how long the audit log keeps what says who came and went, and everything else. Both are over when a whole calendar month is
 * (docs/decisions/2026-11-23-audit-log.md).
 */
export const auditKept = { signInMonths: 12, otherYears: 10 } as const;
