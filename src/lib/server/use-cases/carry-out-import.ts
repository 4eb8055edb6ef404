import type { Transaction } from 'kysely';
import { type Decision, decide, type FileRow } from '#lib/domain/customer-file/decide.ts';
import { counted, type Tally } from '#lib/domain/customer-file/fate.ts';
import { addKnown, emptyHouse } from '../customer-file/house.ts';
import { write } from '../customer-file/write.ts';
import { record } from '../db/audit-log.ts';
import { keepFates, type LockedImport, lockImport, nextRows } from '../db/customer-imports.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** So many rows are written in one transaction; another import, or somebody at a form, gets their turn between two. */
const batch = 200;

/**
 * Carries out a confirmed import from where it stands, deciding each row again by what is there now. Any number may run: each batch is
 * one transaction that also says how far it came, so that a process killed in the middle loses nothing and nothing is done twice.
 */
export async function carryOutImport(desk: Desk, id: number): Promise<void> {
	let most = batch;
	for (;;) {
		const come = await attempt(desk, id, most);
		if (come === 'finished') return;
		// A name was given to somebody else between the look and the writing: row by row only that one is refused.
		if (come === 'taken' && most === 1) await desk.db.transaction().execute((tx) => refuseNext(tx, id));
		most = come === 'taken' ? 1 : batch;
	}
}

async function attempt(desk: Desk, id: number, most: number): Promise<'finished' | 'on' | 'taken'> {
	try {
		return await desk.db.transaction().execute((tx) => carryOutNext(tx, desk, id, most));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === '23505') return 'taken';
		throw error;
	}
}

async function carryOutNext(tx: Transaction<DB>, desk: Desk, id: number, most: number): Promise<'finished' | 'on'> {
	const order = await lockImport(tx, id);
	if (!order) return 'finished';
	const rows = await nextRows(tx, order, most);
	if (rows.length === 0) return finish(tx, desk, order);
	if (!(await stillAdministers(tx, order.by))) return refuseAll(tx, order, rows, 'stopped');
	const house = await emptyHouse(tx);
	await addKnown(tx, house, rows, true);
	const decided = rows.map((row) => ({ row, ...decide(row, house) }));
	const at = await desk.clock.now(tx);
	const effects = decided.flatMap((each) => each.effects);
	await write(tx, desk, effects, { at, by: order.by, import: id });
	await keep(tx, order, decided);
	return 'on';
}

/** What was confirmed is done in somebody's name: it ends with their right to it, between two batches. The rows that are left can be downloaded. */
async function stillAdministers(tx: Transaction<DB>, account: number): Promise<boolean> {
	const found = await tx
		.selectFrom('account')
		.select('id')
		.where('id', '=', account)
		.where('role', '=', 'administrator')
		.where('disabled_at', 'is', null)
		.forShare()
		.executeTakeFirst();
	return found !== undefined;
}

async function refuseNext(tx: Transaction<DB>, id: number): Promise<void> {
	const order = await lockImport(tx, id);
	if (order) await refuseAll(tx, order, await nextRows(tx, order, 1), 'taken-meanwhile');
}

async function refuseAll(
	tx: Transaction<DB>,
	order: LockedImport,
	rows: readonly FileRow[],
	reason: 'stopped' | 'taken-meanwhile',
): Promise<'on'> {
	if (rows.length === 0) return 'on';
	const refusal = (): Decision => ({ fate: { kind: 'refused', problems: [{ column: null, reason }] }, effects: [] });
	await keep(
		tx,
		order,
		rows.map((row) => ({ row, ...refusal() })),
	);
	return 'on';
}

async function keep(
	tx: Transaction<DB>,
	order: LockedImport,
	decided: readonly ({ row: FileRow } & Decision)[],
): Promise<void> {
	const fates = decided.map(({ row, fate }) => ({ line: row.line, fate }));
	const tally: Tally = counted(
		order.tally,
		fates.map(({ fate }) => fate),
	);
	await keepFates(tx, order.id, { fates, tally });
}

async function finish(tx: Transaction<DB>, desk: Desk, { id, by, file, tally }: LockedImport): Promise<'finished'> {
	const at = await desk.clock.now(tx);
	await tx.updateTable('customer_import').set({ finished_at: at }).where('id', '=', id).execute();
	const { customers, people, licences, refused } = tally;
	const details = { file, customers, people, licences, refused };
	await record(tx, desk, { at, by, verb: 'import-finished', details });
	return 'finished';
}
