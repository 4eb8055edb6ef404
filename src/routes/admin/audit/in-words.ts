import type { Language } from '#lib/domain/roles.ts';
import { detailsInWords } from '#lib/messages/audit-text.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { deviceOf } from '#lib/server/auth/user-agent.ts';
import type { AuditRow } from '#lib/server/queries/audit-log.ts';

/** An entry in words. `href`: the page of whom or what it names, where that has one. */
export type Entry = {
	id: number;
	at: string;
	who: { name: string; href?: string };
	what: string;
	details: string[];
	about: { name: string; href?: string } | undefined;
	address: string | null;
	device: string | undefined;
};

export function entryInWords(row: AuditRow, language: Language): Entry {
	const words = wordsFor(language).audit;
	const { id, at, verb, actor, actorName, subject, subjectKind, subjectName, address, browser, details } = row;
	const nobody = address === null ? words.system : words.nobody;
	const href = subject === null ? undefined : pageOf(row);
	return {
		...{ id, at, address },
		who: { name: actorName ?? nobody, ...(actor !== null && { href: `/admin/accounts/${actor}` }) },
		what: words.verbs[verb] ?? verb,
		details: detailsInWords(details, { words, language }),
		about: subjectKind ? { name: subjectName ?? String(subject), ...(href && { href }) } : undefined,
		device: browser === null ? undefined : deviceInWords(browser, words),
	};
}

function pageOf({ subjectKind, subject, verb }: AuditRow): string | undefined {
	switch (subjectKind) {
		case 'account':
			return `/admin/accounts/${subject}`;
		case 'customer':
			return `/admin/customers/${subject}`;
		case 'product':
			return '/admin/products';
		case 'saved-reply':
			return verb === 'saved-reply-removed' ? undefined : `/desk/replies/${subject}`;
		default:
			return undefined;
	}
}

function deviceInWords(userAgent: string, words: { on(browser: string, system: string): string }): string | undefined {
	const { browser, system } = deviceOf(userAgent);
	return browser && system ? words.on(browser, system) : (browser ?? system);
}
