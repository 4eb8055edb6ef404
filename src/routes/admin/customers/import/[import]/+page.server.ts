import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { wordsFor } from '#lib/messages/words-for.ts';
import { importCalled, importRows, kindsOf } from '#lib/server/queries/customer-imports.ts';
import { countWithout } from '#lib/server/queries/without-credentials.ts';
import { confirmImport } from '#lib/server/use-cases/confirm-import.ts';
import { discardImport } from '#lib/server/use-cases/discard-import.ts';
import { carryOut } from '../../../carry-out.ts';
import { bareForm } from '../../../forms.ts';
import { administratorOf, keyIn } from '../../../reader.ts';
import { fateInWords } from '../fate-in-words.ts';
import type { Actions, PageServerLoad } from './$types';
import { askedRows } from './address.ts';

/** So many rows to a page. */
const pageSize = 50;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	administratorOf(locals);
	const { reading, language } = locals;
	const found = (await importCalled(reading, keyIn(params.import))) ?? error(404);
	const asked = askedRows(url.searchParams);
	const { kinds, differs } = await kindsOf(reading.db, found.id);
	const total = asked.kind ? kinds[asked.kind] : found.rows;
	const pages = Math.max(1, Math.ceil(total / pageSize));
	const page = Math.min(asked.page, pages);
	const from = { kind: asked.kind, offset: (page - 1) * pageSize, limit: pageSize };
	const rows = await importRows(reading.db, { import: found.id, ...from });
	const without = found.state === 'finished' ? await withoutOf(reading, found.id) : 0;
	const words = wordsFor(language).customerFile;
	return {
		requestKey: randomUUID(),
		found,
		without,
		...{ kinds, differs, pages },
		asked: { ...asked, page },
		rows: rows.map(({ fate, ...row }) => ({ ...row, kind: fate.kind, says: fateInWords(fate, words) })),
	};
};

/** How many of those it added have no credentials yet. */
async function withoutOf({ db, clock }: App.Locals['reading'], id: number): Promise<number> {
	return (await countWithout(db, { import: id }, await clock.now(db))).people;
}

export const actions: Actions = {
	confirm: async (event) => {
		const about = { import: keyIn(event.params.import) };
		const done = await carryOut(event, 'confirm', bareForm, confirmImport, about);
		return done.ok ? redirect(303, `/admin/customers/import/${about.import}`) : done.back;
	},
	discard: async (event) => {
		const about = { import: keyIn(event.params.import) };
		const done = await carryOut(event, 'discard', bareForm, discardImport, about);
		return done.ok ? redirect(303, '/admin/customers/import') : done.back;
	},
};
