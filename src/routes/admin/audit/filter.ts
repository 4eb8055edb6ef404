import { isIP } from 'node:net';
import { auditAreas } from '#lib/domain/audit-verbs.ts';
import { startOf } from '#lib/domain/calendar.ts';
import { lineAsked } from '#lib/domain/search.ts';
import type { Words } from '#lib/messages/words.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import type { AuditFilter } from '#lib/server/queries/audit-log.ts';
import { parameters, type TypedFilter } from './address.ts';

export type FilterErrors = { [Name in 'area' | 'address' | 'from' | 'until']?: string };

export function typedIn(asked: URLSearchParams): TypedFilter {
	return Object.fromEntries(parameters.map((name) => [name, lineAsked(asked.get(name))]));
}

/** The entries that are asked for, or in words, by field, why that cannot be told. Days are local ones of the desk. */
export function filterFrom(
	typed: TypedFilter,
	{ filter: words }: Words['audit'],
	timeZone: string,
): { filter: AuditFilter; before: number | undefined; errors: FilterErrors } {
	const numberIn = (text: string | undefined) => key.safeParse(text).data;
	const area = auditAreas.find((known) => known === typed.area);
	const [first, last] = [dayIn(typed.from), dayIn(typed.until)];
	const backwards = first && last && Temporal.PlainDate.compare(first, last) > 0;
	return {
		filter: {
			account: numberIn(typed.account),
			customer: numberIn(typed.customer),
			...{ area, address: typed.address?.toLowerCase() },
			from: first && startOf({ timeZone }, first),
			until: last && startOf({ timeZone }, last.add({ days: 1 })),
		},
		before: numberIn(typed.before),
		errors: {
			...(typed.area && !area && { area: words.noSuchArea(typed.area) }),
			...(typed.address && !isIP(typed.address) && { address: words.noAddress(typed.address) }),
			...(typed.from && !first && { from: words.noDay(typed.from) }),
			...(typed.until && !last && { until: words.noDay(typed.until) }),
			...(backwards && { until: words.backwards }),
		},
	};
}

function dayIn(typed: string | undefined): Temporal.PlainDate | undefined {
	return typed && /^(19|20|21)\d\d-(0\d|1[0-2])-([0-2]\d|3[01])$/.test(typed) ? plainDate(typed) : undefined;
}

function plainDate(typed: string): Temporal.PlainDate | undefined {
	try {
		return Temporal.PlainDate.from(typed);
	} catch {
		return undefined; // 31 February
	}
}
