import { expect } from 'vitest';
import type { Desk } from '#lib/server/desk.ts';

/** What is recorded of a ticket agrees: an open one has its entry, a resolved one its resolution, a held one its one open hold. */
export async function expectAgreement({ db }: Desk): Promise<void> {
	const rows = await db
		.selectFrom('ticket')
		.leftJoin('queue_entry as entry', 'entry.ticket', 'ticket.number')
		.leftJoin('resolution', 'resolution.ticket', 'ticket.number')
		.leftJoin('hold', (join) => join.onRef('hold.ticket', '=', 'ticket.number').on('hold.ended_at', 'is', null))
		.select(['ticket.number', 'entry.state', 'resolution.as', 'hold.case'])
		.orderBy('ticket.number')
		.execute();
	const disagreeing = rows.filter((row) => {
		const onHold = row.state === 'under-evaluation' || row.state === 'awaiting-customer';
		return (row.state === null) === (row.as === null) || row.case !== (onHold ? row.state : null);
	});
	expect(disagreeing).toEqual([]);
	// A ticket with a second open hold would stand here twice; a number that was skipped would be missing.
	expect(rows.map(({ number }) => number)).toEqual(rows.map((_, nth) => nth + 1));
}
