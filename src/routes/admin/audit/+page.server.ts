import { redirect } from '@sveltejs/kit';
import { auditKept } from '#lib/domain/limits.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import {
	auditRows,
	customersCalled,
	mostOffered,
	type Named,
	namesOf,
	peopleCalled,
} from '#lib/server/queries/audit-log.ts';
import { deskTime } from '#lib/server/queries/desk-time.ts';
import { administratorOf } from '../reader.ts';
import type { PageServerLoad } from './$types';
import { addressOf, type TypedFilter } from './address.ts';
import { filterFrom, typedIn } from './filter.ts';
import { entryInWords } from './in-words.ts';

/** So many to a page. */
const pageSize = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	administratorOf(locals);
	const { db } = locals.reading;
	const typed = typedIn(url.searchParams);
	const which = await choices(locals, typed);
	// A form sends what was left empty too; the address says only what is asked, and whom by their key.
	if (which.found || [...url.searchParams.values()].includes('')) redirect(303, addressOf(which.found ?? typed));
	const { timeZone } = await deskTime(locals.reading);
	const { filter, before, errors } = filterFrom(typed, wordsFor(locals.language).audit, timeZone);
	const readable = Object.keys(errors).length === 0 && which.toChoose.length === 0;
	const rows = readable ? await auditRows(db, filter, { before, limit: pageSize + 1 }) : [];
	const shown = rows.slice(0, pageSize);
	return {
		...{ typed, errors, readable, mostOffered, kept: auditKept },
		toChoose: which.toChoose,
		entries: shown.map((row) => entryInWords(row, locals.language)),
		names: filter.account || filter.customer ? await namesOf(db, filter) : { account: null, customer: null },
		older: rows.length > pageSize ? addressOf({ ...typed, before: String(shown.at(-1)?.id) }) : undefined,
		newest: before === undefined ? undefined : addressOf({ ...typed, before: undefined }),
	};
};

type ToChoose = { typed: string; options: (Named & { href: string })[] };

/** Whom the typed names mean: the address that names them by key where that is clear, else who there is to choose from. */
async function choices(
	{ reading }: App.Locals,
	typed: TypedFilter,
): Promise<{ found?: TypedFilter; toChoose: ToChoose[] }> {
	const toChoose: ToChoose[] = [];
	let found: TypedFilter | undefined;
	for (const [name, key, called] of [
		['person', 'account', peopleCalled],
		['of', 'customer', customersCalled],
	] as const) {
		const letters = typed[name];
		if (!letters) continue;
		const named = await called(reading.db, letters);
		const chosen = (id: number) => ({ ...(found ?? typed), [name]: undefined, [key]: String(id), before: undefined });
		const [only] = named;
		if (only && named.length === 1) found = chosen(only.id);
		else
			toChoose.push({ typed: letters, options: named.map((each) => ({ ...each, href: addressOf(chosen(each.id)) })) });
	}
	return { ...(found && { found }), toChoose };
}
