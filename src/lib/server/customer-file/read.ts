import { Readable } from 'node:stream';
import { setImmediate as others } from 'node:timers/promises';
import { CsvError, type Options, parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { textOfField } from '#lib/domain/csv.ts';
import { type Cells, type Column, columns, type Header, headerOf } from '#lib/domain/customer-file/columns.ts';
import { contradictions } from '#lib/domain/customer-file/contradictions.ts';
import type { FileRow } from '#lib/domain/customer-file/decide.ts';
import {
	type CustomerFileRefusal,
	type Encoding,
	importLimits,
	type Separator,
	separators,
} from '#lib/domain/customer-file/limits.ts';
import { done, type Outcome, type Refused, refused } from '#lib/domain/outcome.ts';
import { decode } from './decode.ts';

/** A file of customers: how it was read, and its rows, of which at least one cell says something. */
export type CustomerFile = { encoding: Encoding; separator: Separator; unknown: string[]; rows: FileRow[] };

const optionsFor = (separator: Separator): Options => ({
	delimiter: separator,
	record_delimiter: ['\r\n', '\n', '\r'],
	bom: true,
	relax_column_count: true,
	relax_quotes: true,
	max_record_size: 2 * importLimits.cell * columns.length,
});

/** Reads a file whole, letting other requests pass; the rows are numbered as a spreadsheet does, the header being the first. */
export async function readCustomerFile(bytes: Uint8Array): Promise<Outcome<CustomerFile, CustomerFileRefusal>> {
	const decoded = decode(bytes);
	if (!decoded) return refused({ reason: 'file-not-text' });
	const { text, encoding } = decoded;
	if (text.trim() === '') return refused({ reason: 'file-says-nothing' });
	try {
		const separator = separatorOf(text);
		const read = await rowsOf(text, separator);
		if (!read.ok) return read;
		const { header, rows } = read.value;
		const against = contradictions(rows);
		const told = rows.map((row, nth) => ({ ...row, contradicts: against[nth] ?? null }));
		return done({ encoding, separator, unknown: header.unknown, rows: told });
	} catch (error) {
		const refusal = unreadable(error);
		if (refusal) return refusal;
		throw error;
	}
}

/** The one with which the first line has the most columns that we know. */
function separatorOf(text: string): Separator {
	const known = (separator: Separator) => {
		const [first = []] = parseNow(text.slice(0, 4_096), {
			...optionsFor(separator),
			to: 1,
			columns: false,
		}) as string[][];
		return headerOf(first).places.size;
	};
	return separators.toSorted((one, other) => known(other) - known(one))[0] ?? ';';
}

type Rows = { header: Header; rows: Omit<FileRow, 'contradicts'>[] };

/** After so many records others are let through. */
const atOnce = 500;

async function rowsOf(text: string, separator: Separator): Promise<Outcome<Rows, CustomerFileRefusal>> {
	const rows: Rows['rows'] = [];
	let header: Header | undefined;
	let line = 0;
	const records: AsyncIterable<string[]> = Readable.from(slices(text)).compose(parse(optionsFor(separator)));
	for await (const record of records) {
		line += 1;
		if (line % atOnce === 0) await others();
		if (record.every((cell) => cell.trim() === '')) continue;
		if (!header) {
			header = headerOf(record);
			const refusal = wrongWith(header, record);
			if (refusal) return refusal;
			continue;
		}
		if (rows.length === importLimits.rows) return refused({ reason: 'too-many-rows', most: importLimits.rows });
		if (record.some((cell) => cell.length > importLimits.cell)) {
			return refused({ reason: 'cell-too-long', line, limit: importLimits.cell });
		}
		rows.push({ line, cells: cellsOf(record, header.places), surplus: surplusOf(record, header.width) });
	}
	return header && rows.length > 0 ? done({ header, rows }) : refused({ reason: 'no-rows' });
}

function* slices(text: string): Generator<string> {
	const length = 64 * 1024;
	for (let from = 0; from < text.length; from += length) yield text.slice(from, from + length);
}

function wrongWith({ places, twice }: Header, found: string[]): Refused<CustomerFileRefusal> | undefined {
	if (!places.has('customer')) return refused({ reason: 'no-customer-column', found: found.filter(Boolean) });
	const [column] = twice;
	return column === undefined ? undefined : refused({ reason: 'column-twice', column });
}

function cellsOf(record: readonly string[], places: Header['places']): Cells {
	const cell = (column: Column) => textOfField(record[places.get(column) ?? -1] ?? '');
	return Object.fromEntries(columns.map((column) => [column, cell(column)])) as Cells;
}

/** Cells behind the last column that say something: an unquoted separator has moved what follows. */
const surplusOf = (record: readonly string[], width: number) =>
	record.slice(width).filter((cell) => cell.trim() !== '').length;

function unreadable(error: unknown): Refused<CustomerFileRefusal> | undefined {
	if (!(error instanceof CsvError)) return undefined;
	if (error.code === 'CSV_QUOTE_NOT_CLOSED') return refused({ reason: 'quote-not-closed' });
	// A quote that is closed only far below makes one cell of all that stands between.
	if (error.code === 'CSV_MAX_RECORD_SIZE') return refused({ reason: 'quote-not-closed' });
	return undefined;
}
