import { noticeKinds } from '#lib/domain/notices.ts';
import type { Language } from '#lib/domain/roles.ts';
import { lineAsked } from '#lib/domain/search.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import type { MailFilter } from '#lib/server/queries/mail-out.ts';

/** What an address asks for, as it was typed; nothing where it asks for nothing. */
export type TypedFilter = { kind?: string; ticket?: string; person?: string; before?: string };

export function typedIn(parameters: URLSearchParams): TypedFilter {
	const typed = (name: keyof TypedFilter) => lineAsked(parameters.get(name));
	return { kind: typed('kind'), ticket: typed('ticket'), person: typed('person'), before: typed('before') };
}

/** The notices that are asked for, or in words, by field, why that cannot be told. */
export function filterFrom(
	typed: TypedFilter,
	language: Language,
): { filter: MailFilter; errors: { kind?: string; ticket?: string } } {
	const words = wordsFor(language).admin.mail.filter;
	const numberIn = (text: string | undefined) => key.safeParse(text).data;
	const kind = noticeKinds.find((known) => known === typed.kind);
	const ticket = numberIn(typed.ticket);
	return {
		filter: { kind, ticket, person: typed.person, before: numberIn(typed.before) },
		errors: {
			...(typed.kind && !kind ? { kind: words.noSuchKind(typed.kind) } : {}),
			...(typed.ticket && !ticket ? { ticket: words.noTicketNumber } : {}),
		},
	};
}
