import { noticeKinds } from '#lib/domain/notices.ts';
import type { Language } from '#lib/domain/roles.ts';
import { lineAsked } from '#lib/domain/search.ts';
import { mailStates } from '#lib/domain/sending.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import type { MailFilter } from '#lib/server/queries/mail-out.ts';

/** What an address asks for, as it was typed; nothing where it asks for nothing. */
export type TypedFilter = { kind?: string; state?: string; ticket?: string; person?: string; before?: string };
export type FilterErrors = { kind?: string; state?: string; ticket?: string };

export function typedIn(parameters: URLSearchParams): TypedFilter {
	const typed = (name: keyof TypedFilter) => lineAsked(parameters.get(name));
	return {
		kind: typed('kind'),
		state: typed('state'),
		ticket: typed('ticket'),
		person: typed('person'),
		before: typed('before'),
	};
}

/** The notices that are asked for, or in words, by field, why that cannot be told. */
export function filterFrom(typed: TypedFilter, language: Language): { filter: MailFilter; errors: FilterErrors } {
	const { mail } = wordsFor(language).admin;
	const words = mail.filter;
	const numberIn = (text: string | undefined) => key.safeParse(text).data;
	const kind = noticeKinds.find((known) => known === typed.kind);
	const state = mailStates.find((known) => known === typed.state);
	const ticket = numberIn(typed.ticket);
	return {
		filter: { kind, state, ticket, person: typed.person, before: numberIn(typed.before) },
		errors: {
			...(typed.kind && !kind ? { kind: words.noSuchKind(typed.kind) } : {}),
			...(typed.state && !state ? { state: mail.noSuchState(typed.state) } : {}),
			...(typed.ticket && !ticket ? { ticket: words.noTicketNumber } : {}),
		},
	};
}
