import { error } from '@sveltejs/kit';
import { csvBegin, csvRow } from '#lib/domain/csv.ts';
import { columns, productsCell } from '#lib/domain/customer-file/columns.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import type { Desk } from '#lib/server/desk.ts';
import { type ExportedRow, exportedRows } from '#lib/server/queries/exported-customers.ts';
import { exportCustomers } from '#lib/server/use-cases/export-customers.ts';
import { csvAnswer } from '../../csv-answer.ts';
import { administratorOf } from '../../reader.ts';
import type { RequestHandler } from './$types';

type FileWords = ReturnType<typeof wordsFor>['customerFile'];

/** So many rows are read at a time, while the reader takes them. */
const atOnce = 1_000;

/** All customers with their people, as the import takes them. A POST, since it leaves an entry in the log. */
export const POST: RequestHandler = async ({ locals }) => {
	const outcome = await exportCustomers(locals.desk, administratorOf(locals));
	if (!outcome.ok) error(404);
	const words = wordsFor(locals.language).customerFile;
	return csvAnswer(words.exportName, linesOf(locals.desk, words));
};

async function* linesOf({ db }: Desk, words: FileWords): AsyncGenerator<string> {
	yield csvBegin + csvRow(columns.map((column) => words.columns[column]));
	let after: ExportedRow | undefined;
	for (;;) {
		const rows = await exportedRows(db, { after, limit: atOnce });
		after = rows.at(-1);
		if (!after) return;
		yield rows.map((row) => lineOf(row, words)).join('');
	}
}

function lineOf({ products, colleaguesSeeTickets, ...row }: ExportedRow, { yes, no }: FileWords): string {
	const { customer, name, username, email, language } = row;
	const person = [name, username, email, language].map((cell) => cell ?? '');
	return csvRow([customer, colleaguesSeeTickets ? yes : no, ...person, productsCell(products)]);
}
