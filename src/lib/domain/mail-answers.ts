import type { MailTrouble } from './sending.ts';

/** What a server may mean by not taking a mail: the mailbox or its domain is not there, it is full, or our mail is not wanted. */
export type Meaning = 'no-mailbox' | 'no-domain' | 'full' | 'not-wanted';

/** Enhanced status codes, without their class (RFC 3463, 3; RFC 7505, 4.1). */
const meanings: Readonly<Record<string, Meaning>> = {
	'1.1': 'no-mailbox',
	'1.2': 'no-domain',
	'1.3': 'no-mailbox',
	'1.6': 'no-mailbox',
	'1.10': 'no-domain',
	'2.1': 'no-mailbox',
	'2.2': 'full',
	'4.4': 'no-domain',
};

/** Why a mail did not arrive: as its server told it, where it used a code that says so; else only what became of it. */
export function reasonOf(trouble: MailTrouble, answer: string | null): Meaning | MailTrouble {
	const [, kind, detail = ''] = /^[45]\d\d[ -]([45])\.(\d{1,3}\.\d{1,3})\b/.exec(answer ?? '') ?? [];
	const isRefusal = kind === '5' && detail.startsWith('7.');
	return meanings[detail] ?? (isRefusal ? 'not-wanted' : trouble);
}
