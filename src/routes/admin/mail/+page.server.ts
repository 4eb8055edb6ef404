import { redirect } from '@sveltejs/kit';
import { textLimits } from '#lib/domain/limits.ts';
import { type NoticeKind, noticeKinds } from '#lib/domain/notices.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { type MailFilter, mailOut } from '#lib/server/queries/mail-out.ts';
import { administratorOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	administratorOf(locals);
	const filter = filterIn(url.searchParams);
	// A form sends what was left empty too; the address says only what is asked.
	const asked = addressOf(filter);
	if ([...url.searchParams.values()].includes('')) redirect(303, asked);
	const { lines, next } = await mailOut(locals.reading.db, filter);
	return {
		lines,
		filter,
		older: next === undefined ? undefined : addressOf({ ...filter, before: next }),
		newest: filter.before === undefined ? undefined : addressOf({ ...filter, before: undefined }),
	};
};

/** What an address asks for; what it says that cannot be is as if it were not said. */
function filterIn(parameters: URLSearchParams): MailFilter {
	const numbered = (name: string) => key.safeParse(parameters.get(name)?.trim()).data;
	const kind = noticeKinds.find((known: NoticeKind) => known === parameters.get('kind'));
	const person = parameters.get('person')?.trim().slice(0, textLimits.email) || undefined;
	return { kind, ticket: numbered('ticket'), person, before: numbered('before') };
}

function addressOf(filter: MailFilter): string {
	const said = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
	return said.length > 0 ? `/admin/mail?${new URLSearchParams(said)}` : '/admin/mail';
}
