import { error } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import { csvBegin, csvRow } from '#lib/domain/csv.ts';
import { columns } from '#lib/domain/customer-file/columns.ts';
import type { Words } from '#lib/messages/words.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import type { DB } from '#lib/server/db/types.ts';
import { importCalled, importRows } from '#lib/server/queries/customer-imports.ts';
import { csvAnswer } from '../../../../csv-answer.ts';
import { administratorOf, keyIn } from '../../../../reader.ts';
import { fateInWords } from '../../fate-in-words.ts';
import type { RequestHandler } from './$types';

const atOnce = 1_000;

/** The refused rows as they came, each with why: to be corrected and brought again. */
export const GET: RequestHandler = async ({ locals, params }) => {
	administratorOf(locals);
	const found = (await importCalled(locals.desk, keyIn(params.import))) ?? error(404);
	const words = wordsFor(locals.language).customerFile;
	return csvAnswer(words.refusedName, linesOf(locals.desk.db, found.id, words));
};

async function* linesOf(db: Kysely<DB>, id: number, words: Words['customerFile']): AsyncGenerator<string> {
	yield csvBegin + csvRow([...columns.map((column) => words.columns[column]), words.why]);
	for (let after = 0; ; ) {
		const rows = await importRows(db, { import: id, kind: 'refused', after, limit: atOnce });
		const last = rows.at(-1);
		if (!last) return;
		after = last.line;
		yield rows
			.map(({ cells, fate }) => {
				const why = fateInWords(fate, words).map(({ column, text }) =>
					column ? `${words.columns[column]}: ${text}` : text,
				);
				return csvRow([...columns.map((column) => cells[column]), why.join(' ')]);
			})
			.join('');
	}
}
