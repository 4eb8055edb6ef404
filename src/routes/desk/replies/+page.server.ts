import { redirect } from '@sveltejs/kit';
import { lineAsked } from '#lib/domain/search.ts';
import { isLanguage } from '#lib/messages/words.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { products } from '#lib/server/queries/products.ts';
import { type RepliesFilter, savedReplies } from '#lib/server/queries/saved-replies.ts';
import { staffOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = staffOf(locals);
	const { db } = locals.reading;
	const filter = filterIn(url.searchParams);
	// A form sends what was left empty too; the address says only what is asked.
	if ([...url.searchParams.values()].includes('')) redirect(303, addressOf(filter));
	const [replies, named] = await Promise.all([savedReplies(db, viewer, filter), products(db)]);
	return {
		replies,
		filter,
		products: named.map(({ id, name }) => ({ value: String(id), label: name })),
		done: url.searchParams.get('done'),
	};
};

/** What is not understood of an address asks for nothing. */
function filterIn(parameters: URLSearchParams): RepliesFilter {
	const language = parameters.get('language');
	const whose = parameters.get('whose');
	return {
		text: lineAsked(parameters.get('q')),
		language: isLanguage(language) ? language : undefined,
		product: key.safeParse(parameters.get('product')).data,
		whose: whose === 'shared' || whose === 'personal' ? whose : undefined,
	};
}

function addressOf({ text: q, ...rest }: RepliesFilter): string {
	const said = Object.entries({ q, ...rest }).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
	return said.length > 0 ? `/desk/replies?${new URLSearchParams(said)}` : '/desk/replies';
}
