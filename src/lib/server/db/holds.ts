import { type Kysely, sql, type Transaction } from 'kysely';
import type { HoldCase, HoldEnd, MissingItem, Receipt } from '#lib/domain/hold.ts';
import { firstPolicy, type PolicyVersion } from '#lib/domain/policy.ts';
import { receiptFrom, storedReceipt } from '#lib/domain/receipt-json.ts';
import { type Reminder, remindersOf } from '#lib/domain/reminders.ts';
import type { OpenHold } from '#lib/domain/ticket.ts';
import { tellTicket } from './tell.ts';
import type { DB } from './types.ts';

export type NewHold = {
	ticket: number;
	case: HoldCase;
	agent: number;
	message: number;
	missing: MissingItem[];
	/** What the second hold case promises: the receipt, and the policy it was counted by. */
	promised: { receipt: Receipt; policy: PolicyVersion } | undefined;
	at: Temporal.Instant;
};

export async function insertHold(tx: Transaction<DB>, { at, promised, ...hold }: NewHold): Promise<void> {
	await tx
		.insertInto('hold')
		.values({ ...hold, placed_at: at, ...(promised && promise(promised.receipt, promised.policy)) })
		.execute();
}

function promise(receipt: Receipt, policy: PolicyVersion) {
	const reminders = remindersOf(receipt, policy.reminders, policy.reminderTime);
	return { ...waiting(receipt), ...reminding(reminders), policy_version: policy.version };
}

const waiting = (receipt: Receipt) => ({ receipt: storedReceipt(receipt), lapses_at: receipt.lapsesAt });

/** The reminders still to come. One that was sent, or missed, is not among them and never will be again. */
const reminding = (reminders: readonly Reminder[]) => ({
	reminders: reminders.map(({ offset }) => offset),
	next_reminder_at: reminders[0]?.at ?? null,
});

/** `reminders` as the receipt has them now: a lapse that moves takes them with it. */
export async function keepReceipt(
	tx: Transaction<DB>,
	{ hold, ticket }: Pick<Wait, 'hold' | 'ticket'>,
	receipt: Receipt,
	reminders: readonly Reminder[],
): Promise<void> {
	await tx
		.updateTable('hold')
		.set({ ...waiting(receipt), ...reminding(reminders) })
		.where('id', '=', hold)
		.returning(tellTicket(ticket).as('told'))
		.execute();
}

export async function keepReminders(tx: Transaction<DB>, hold: number, reminders: readonly Reminder[]): Promise<void> {
	await tx.updateTable('hold').set(reminding(reminders)).where('id', '=', hold).execute();
}

export async function endHold(
	tx: Transaction<DB>,
	hold: Pick<OpenHold, 'id'>,
	by: HoldEnd,
	at: Temporal.Instant,
): Promise<void> {
	await tx.updateTable('hold').set({ ended_at: at, ended_by: by }).where('id', '=', hold.id).execute();
}

/** An open hold of the second case: `version` is that of the policy it was promised, `reminders` the offsets still to come. */
export type Wait = {
	hold: number;
	ticket: number;
	agent: number;
	missing: MissingItem[];
	receipt: Receipt;
	version: number;
	reminders: number[];
};

/** The open waits that count one of these days. */
export async function waitsCounting(db: Kysely<DB>, days: readonly Temporal.PlainDate[]): Promise<Wait[]> {
	const dates = days.map((day) => day.toString());
	const rows = await waits(db)
		.where('lapses_at', 'is not', null)
		.where(sql<boolean>`receipt -> 'countedDays' ?| ${dates}::text[]`)
		.execute();
	return rows.flatMap(waitFrom);
}

/** What an open wait comes to by time alone. */
type DueBy = 'lapses_at' | 'next_reminder_at';

/** The first tickets behind `after`, ascending, whose wait has it due at `at`. */
export async function ticketsDue(
	db: Kysely<DB>,
	by: DueBy,
	at: Temporal.Instant,
	{ after, limit }: { after: number; limit: number },
): Promise<number[]> {
	const due = waits(db).where(isDue(by, at)).where('ticket', '>', after).limit(limit);
	return (await due.execute()).map(({ ticket }) => ticket);
}

/** The waits of these tickets that have it due at `at`. */
export async function waitsDue(
	db: Kysely<DB>,
	by: DueBy,
	at: Temporal.Instant,
	tickets: readonly number[],
): Promise<Wait[]> {
	if (tickets.length === 0) return [];
	return (await waits(db).where('ticket', 'in', tickets).where(isDue(by, at)).execute()).flatMap(waitFrom);
}

/** Reminders that the version before did not think of have to be thought of first. */
function isDue(by: DueBy, at: Temporal.Instant) {
	if (by === 'lapses_at') return sql<boolean>`lapses_at <= ${at}`;
	return sql<boolean>`(next_reminder_at <= ${at} or (lapses_at is not null and reminders is null))`;
}

function waits(db: Kysely<DB>) {
	return db
		.selectFrom('hold')
		.select(['id as hold', 'ticket', 'agent', 'missing', 'receipt', 'policy_version', 'reminders'])
		.where('ended_at', 'is', null)
		.orderBy('ticket');
}

type WaitRow = Awaited<ReturnType<ReturnType<typeof waits>['execute']>>[number];

/** The version before writes neither of a version nor of reminders: its holds are promised the first one, with all of its reminders. */
function waitFrom({ receipt, policy_version, ...row }: WaitRow): Wait[] {
	if (!receipt) return [];
	const promised = { version: policy_version ?? 1, reminders: row.reminders ?? [...firstPolicy.reminders] };
	return [{ ...row, ...promised, receipt: receiptFrom(receipt) }];
}
