import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { decide, type FileRow } from '#lib/domain/customer-file/decide.ts';
import { counted, type Fate, noTally } from '#lib/domain/customer-file/fate.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { addKnown, emptyHouse } from '../customer-file/house.ts';
import { type CustomerFile, readCustomerFile } from '../customer-file/read.ts';
import { insertImport } from '../db/customer-imports.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

/** `name`: of the file; '' for what was pasted. */
export type PreviewImport = Administering & { name: string; bytes: Uint8Array };

/** So many rows are decided with one look at the tables. */
const atOnce = 500;

/** What a file would do, row by row, kept for a while so that it can be confirmed; nothing of it is done. */
export async function previewImport(
	desk: Desk,
	viewer: Viewer,
	{ requestKey, name, bytes }: PreviewImport,
): Promise<AdministrationOutcome<{ import: number }>> {
	if (viewer.role !== 'administrator') return refused({ reason: 'administrators-only' });
	const read = await readCustomerFile(bytes);
	if (!read.ok) return read;
	const digest = createHash('sha256').update(bytes).digest('hex');
	const input = { requestKey, name, digest };
	return administer(desk, viewer, 'preview-import', input, async (tx, at) => {
		const fates = await foresee(tx, read.value);
		const foreseen = counted(noTally, fates);
		return done({ import: await insertImport(tx, { ...read.value, name, fates, foreseen, by: viewer.id, at }) });
	});
}

async function foresee(tx: Transaction<DB>, { rows }: CustomerFile): Promise<Fate[]> {
	const house = await emptyHouse(tx);
	const fates: Fate[] = [];
	for (let from = 0; from < rows.length; from += atOnce) {
		const next: FileRow[] = rows.slice(from, from + atOnce);
		await addKnown(tx, house, next);
		for (const row of next) fates.push(decide(row, house).fate);
	}
	return fates;
}
