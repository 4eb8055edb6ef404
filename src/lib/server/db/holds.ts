import type { Transaction } from 'kysely';
import type { HoldCase, HoldEnd, MissingItem, Receipt } from '#lib/domain/hold.ts';
import { storedReceipt } from '#lib/domain/receipt-json.ts';
import type { OpenHold } from '#lib/domain/ticket.ts';
import type { DB } from './types.ts';

export type NewHold = {
	ticket: number;
	case: HoldCase;
	agent: number;
	message: number;
	missing: MissingItem[];
	receipt: Receipt | undefined;
	at: Temporal.Instant;
};

export async function insertHold(tx: Transaction<DB>, { at, receipt, ...hold }: NewHold): Promise<void> {
	await tx
		.insertInto('hold')
		.values({
			...hold,
			placed_at: at,
			receipt: receipt ? storedReceipt(receipt) : null,
			lapses_at: receipt?.lapsesAt ?? null,
		})
		.execute();
}

export async function endHold(
	tx: Transaction<DB>,
	hold: Pick<OpenHold, 'id'>,
	by: HoldEnd,
	at: Temporal.Instant,
): Promise<void> {
	await tx.updateTable('hold').set({ ended_at: at, ended_by: by }).where('id', '=', hold.id).execute();
}
