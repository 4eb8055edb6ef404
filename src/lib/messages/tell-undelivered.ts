import { reasonOf } from '#lib/domain/mail-answers.ts';
import { bringsLink } from '#lib/domain/notices.ts';
import type { Language } from '#lib/domain/roles.ts';
import type { Undelivered } from '#lib/server/queries/undelivered.ts';
import { wordsFor } from './words-for.ts';

/** A mail that did not arrive, in the reader's words: what it was, why, and what to do now (P8). `answer` is what the server said. */
export type ToldUndelivered = {
	mail: number;
	title: string;
	about: string;
	at: string;
	why: string;
	now: string;
	answer: { label: string; words: string } | undefined;
	/** The way to the mail itself, for those who may read it. */
	whole: string | undefined;
};

/** Said where it is read, so that no page brings words along for what hardly ever happens. */
export function tellUndelivered(
	undelivered: Undelivered,
	{ language, administers }: { language: Language; administers: boolean },
): ToldUndelivered {
	const { mail, kind, ticket, at, to, email, trouble, answer } = undelivered;
	const { undelivered: words, common } = wordsFor(language);
	const reason = reasonOf(trouble, answer);
	const tried = undelivered.tried ?? email;
	const first = tried === email ? words.now[reason] : words.changed(email);
	const again = kind === 'recovery' ? words.thenAsk : bringsLink(kind) ? words.thenIssue : words.thenResend;
	const theirs = administers ? [again] : [words.tellAdministrator, ...(ticket === null ? [] : [words.onPlatform])];
	const gaveUp = trouble === 'gave-up' && reason !== trouble ? [words.gaveUp] : [];
	return {
		...{ mail, at, title: words.title(to) },
		about: [words.kinds[kind], ...(ticket === null ? [] : [common.ticketNumber(ticket)])].join(' · '),
		why: [words.why[reason](tried), ...gaveUp].join(' '),
		now: [first, ...theirs].join(' '),
		answer: answer ? { label: words.serverSaid, words: answer } : undefined,
		whole: administers ? words.whole : undefined,
	};
}
