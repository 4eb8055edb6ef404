/** Those about somebody's credentials, and no ticket. */
const credentialsKinds = ['activation', 'activation-reminder', 'recovery', 'password-changed'] as const;
const addressKinds = ['address-change', 'address-confirm', 'address-taken', 'address-changed'] as const;

/** What the system writes to people by mail; each is a row of `mail_out`, in the words of its receiver's language. */
export const noticeKinds = [
	...(['hold-placed', 'reminder', 'lapse-moved', 'lapsed'] as const),
	...credentialsKinds,
	...addressKinds,
	...(['answered', 'resolved', 'merged', 'handed-over', 'second-factor'] as const),
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Those about a user's own turn, which nobody can switch off: whoever missed one would lose the ticket to time (P5). */
export const turnKinds = ['hold-placed', 'reminder', 'lapse-moved', 'lapsed'] as const satisfies readonly NoticeKind[];

/** Those a user may do without: what they tell also stands on the ticket's page. */
export const optionalKinds = ['answered', 'resolved', 'merged'] as const satisfies readonly NoticeKind[];
export type OptionalKind = (typeof optionalKinds)[number];

/** Those that bring somebody a link of their own: a new one replaces it, and it is never sent a second time (P1). */
export const linkKinds = [
	'activation',
	'activation-reminder',
	'recovery',
	'address-change',
	'address-confirm',
] as const satisfies readonly NoticeKind[];

export function bringsLink(kind: NoticeKind): kind is (typeof linkKinds)[number] {
	return linkKinds.some((bringing) => bringing === kind);
}

export function isOptional(kind: NoticeKind): kind is OptionalKind {
	return optionalKinds.some((optional) => optional === kind);
}
