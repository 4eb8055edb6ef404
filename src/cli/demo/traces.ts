import type { UserViewer } from '#lib/server/access/viewer.ts';
import { readTicket } from '#lib/server/use-cases/read-ticket.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { dice as diceOf } from '../simulation/dice.ts';
import { play, requestKey, type Stage } from './stage.ts';

type Instant = Temporal.Instant;

/** Everybody has read what concerns them, but for some of what is newer than `recent`. */
export async function readingMarks({ desk }: Stage, readers: readonly UserViewer[], recent: Instant): Promise<void> {
	const dice = diceOf(31);
	const readerOf = new Map(readers.map((reader) => [reader.id, reader]));
	for (const { number, message, seq, at, concerns } of await lastWords({ desk })) {
		const isNew = Temporal.Instant.compare(at, recent) > 0;
		for (const account of concerns) {
			const reader = readerOf.get(account);
			if (!reader || (isNew && dice.chance(0.6))) continue;
			await readTicket(desk, reader, { ticket: number, message, seq });
		}
	}
}

/** How far each ticket has come, when, and whom it concerns: who opened it, and those of its customer who wrote on it. */
async function lastWords({ desk: { db } }: Pick<Stage, 'desk'>) {
	const rows = await db
		.selectFrom('ticket')
		.innerJoin('message', 'message.ticket', 'ticket.number')
		.select(({ fn, selectFrom }) => [
			'ticket.number',
			fn.max('message.id').as('message'),
			fn
				.agg<number[]>('array_agg', ['message.author'])
				.distinct()
				.filterWhere('message.side', '=', 'customer')
				.as('concerns'),
			selectFrom('queue_log')
				.select((log) => log.fn.max('queue_log.seq').as('seq'))
				.whereRef('queue_log.ticket', '=', 'ticket.number')
				.as('seq'),
			selectFrom('queue_log')
				.select((log) => log.fn.max('queue_log.at').as('at'))
				.whereRef('queue_log.ticket', '=', 'ticket.number')
				.as('at'),
		])
		.groupBy('ticket.number')
		.orderBy('ticket.number')
		.execute();
	return rows.map(({ seq, at, ...row }) => {
		if (seq === null || at === null) throw new Error(`Ticket ${row.number} is in no row of the log.`);
		return { ...row, seq, at };
	});
}

/** What somebody has begun to write and not sent. */
export type Begun = { ticket?: number; fields: Record<string, string> };

export async function beginsToWrite(stage: Stage, writer: UserViewer, when: Instant, { ticket, fields }: Begun) {
	const draft = { requestKey: requestKey(), draft: undefined, base: undefined, ticket, fields };
	await play({ ...stage, meanwhile: undefined }, when, async () => {
		const saved = await saveDraft(stage.desk, writer, draft);
		if (!saved.ok) throw new Error(`A draft was refused: ${saved.refusal.reason}.`);
		return saved;
	});
}
