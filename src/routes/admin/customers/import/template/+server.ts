import { csvBegin, csvRow } from '#lib/domain/csv.ts';
import { columns } from '#lib/domain/customer-file/columns.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { csvAnswer } from '../../../csv-answer.ts';
import { administratorOf } from '../../../reader.ts';
import type { RequestHandler } from './$types';

/** The columns in the reader's language, and nothing below them. */
export const GET: RequestHandler = ({ locals }) => {
	administratorOf(locals);
	const words = wordsFor(locals.language).customerFile;
	return csvAnswer(words.templateName, only(csvBegin + csvRow(columns.map((column) => words.columns[column]))));
};

async function* only(text: string): AsyncGenerator<string> {
	yield text;
}
