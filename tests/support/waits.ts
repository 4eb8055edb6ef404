import type { Policy } from '#lib/domain/policy.ts';
import type { Desk } from '#lib/server/desk.ts';

/** As many more waits like each that is there, written without the acts that lead to them, which would take a minute. */
export async function copyWaits({ db }: Desk, times: number): Promise<void> {
	const waits = await db.selectFrom('hold').selectAll().execute();
	const tickets = await db.selectFrom('ticket').selectAll().execute();
	const entries = await db.selectFrom('queue_entry').selectAll().execute();
	const shift = <Row extends object>(rows: Row[], field: keyof Row) =>
		Array.from({ length: times }, (_, nth) =>
			rows.map((row) => ({ ...row, [field]: Number(row[field]) + rows.length * (nth + 1) })),
		).flat();
	await db.insertInto('ticket').values(shift(tickets, 'number')).execute();
	await db.insertInto('queue_entry').values(shift(entries, 'ticket')).execute();
	const holds = shift(waits, 'ticket').map(({ id: _, ...hold }) => hold);
	await db.insertInto('hold').values(holds).execute();
}

/** Settings in force from now on, as if they had been saved. */
export async function givePolicy({ db, clock }: Desk, by: { id: number }, settings: Partial<Policy>): Promise<void> {
	const { latest } = await db
		.selectFrom('policy_version')
		.select(({ fn }) => fn.max('version').as('latest'))
		.executeTakeFirstOrThrow();
	const version = { version: (latest ?? 1) + 1, settings, note: 'Prova', made_by: by.id, made_at: await clock.now(db) };
	await db.insertInto('policy_version').values(version).execute();
}
