import { redirect } from '@sveltejs/kit';
import { type MailLine, mailOut } from '#lib/server/queries/mail-out.ts';
import { application } from '#platform/application.ts';
import { administratorOf } from '../reader.ts';
import type { PageServerLoad } from './$types';
import { filterFrom, typedIn } from './filter.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	administratorOf(locals);
	const typed = typedIn(url.searchParams);
	// A form sends what was left empty too; the address says only what is asked.
	if ([...url.searchParams.values()].includes('')) redirect(303, addressOf(typed));
	const { filter, errors } = filterFrom(typed, locals.language);
	const readable = Object.keys(errors).length === 0;
	const { lines, next } = readable ? await mailOut(locals.reading.db, filter) : { lines: [] as MailLine[] };
	return {
		...{ lines, typed, errors },
		perHour: application().configuration.mail?.perHour,
		older: next === undefined ? undefined : addressOf({ ...typed, before: String(next) }),
		newest: readable && filter.before !== undefined ? addressOf({ ...typed, before: undefined }) : undefined,
	};
};

function addressOf(typed: Record<string, string | undefined>): string {
	const said = Object.entries(typed).flatMap(([name, value]) => (value ? [[name, value]] : []));
	return said.length > 0 ? `/admin/mail?${new URLSearchParams(said)}` : '/admin/mail';
}
