import { error } from '@sveltejs/kit';
import { csvBegin, csvRow } from '#lib/domain/csv.ts';
import type { Language } from '#lib/domain/roles.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import type { Desk } from '#lib/server/desk.ts';
import { type AuditFilter, auditRows } from '#lib/server/queries/audit-log.ts';
import { deskTime } from '#lib/server/queries/desk-time.ts';
import { exportAudit } from '#lib/server/use-cases/export-audit.ts';
import { csvAnswer } from '../../csv-answer.ts';
import { administratorOf } from '../../reader.ts';
import { addressOf } from '../address.ts';
import { filterFrom, typedIn } from '../filter.ts';
import { entryInWords } from '../in-words.ts';
import type { RequestHandler } from './$types';

/** So many entries are read at a time, while the reader takes them. */
const atOnce = 1_000;

/** The entries of the page's filter, the newest first, as a file. A POST, since it leaves an entry of its own. */
export const POST: RequestHandler = async ({ locals, url }) => {
	const viewer = administratorOf(locals);
	const { desk, language } = locals;
	const words = wordsFor(language).audit;
	const { timeZone } = await deskTime(locals.reading);
	const typed = { ...typedIn(url.searchParams), before: undefined };
	const { filter, errors } = filterFrom(typed, words, timeZone);
	if (Object.keys(errors).length > 0) error(400);
	const outcome = await exportAudit(desk, viewer, { filter, asked: addressOf(typed, '') });
	if (!outcome.ok) error(404);
	const lines = linesOf(desk, filter, { language, timeZone, entries: outcome.value.entries });
	return csvAnswer(words.export.name, lines);
};

type Told = { language: Language; timeZone: string; entries: number };

async function* linesOf({ db }: Desk, filter: AuditFilter, told: Told): AsyncGenerator<string> {
	const { at, who, what, about, details, address, browser } = wordsFor(told.language).audit.columns;
	yield csvBegin + csvRow([at, who, what, about, details, address, browser]);
	let before: number | undefined;
	for (let left = told.entries; left > 0; left -= atOnce) {
		const rows = await auditRows(db, filter, { before, limit: Math.min(left, atOnce) });
		before = rows.at(-1)?.id;
		if (before === undefined) return;
		yield rows.map((row) => lineOf(row, told)).join('');
	}
}

function lineOf(row: Parameters<typeof entryInWords>[0], { language, timeZone }: Told): string {
	const { at, who, what, about, details, address } = entryInWords(row, language);
	const local = Temporal.Instant.from(at)
		.toZonedDateTimeISO(timeZone)
		.toString({ timeZoneName: 'never', smallestUnit: 'second' });
	return csvRow([local, who.name, what, about?.name ?? '', details.join('; '), address ?? '', row.browser ?? '']);
}
