import { afterEach, expect } from 'vitest';
import { Audit } from '#lib/domain/audit.ts';
import type { Agent, Entry } from '#lib/domain/queue.ts';
import { readQueueLog, reservationFrom } from '#lib/server/db/queue-log.ts';
import type { Desk } from '#lib/server/desk.ts';

/** After each test of the file: the log tells a story that the policy allows, and the tables stand as it leaves them. */
export function soundAfterEach(desk: Desk): void {
	afterEach(() => expectSound(desk));
}

/** The audit finds nothing, and `queue_entry` and `queue_agent` are what the fold of the log is. */
export async function expectSound(desk: Desk): Promise<void> {
	const audit = new Audit();
	for await (const fact of readQueueLog(desk.db)) audit.read(fact);
	expect(audit.report().findings).toEqual([]);
	expect(await entriesOnTheTable(desk)).toEqual(inOrder(audit.queue.entries));
	expect(await agentsOnTheTable(desk)).toEqual(inOrder(audit.queue.agents));
}

async function entriesOnTheTable({ db }: Desk): Promise<[number, Entry][]> {
	const rows = await db.selectFrom('queue_entry').selectAll().orderBy('ticket').execute();
	return rows.map(({ ticket, lane, product, state, agent, ...row }) => [
		ticket,
		{ lane, product, state, agent: agent ?? undefined, reserved: reservationFrom(row) },
	]);
}

async function agentsOnTheTable({ db }: Desk): Promise<[number, Agent][]> {
	const rows = await db.selectFrom('queue_agent').selectAll().orderBy('agent').execute();
	return rows.map(({ agent, on_duty, covers }) => [
		agent,
		{ onDuty: on_duty ?? undefined, covers: covers ?? undefined },
	]);
}

function inOrder<Value>(map: ReadonlyMap<number, Value>): [number, Value][] {
	return [...map].sort(([one], [other]) => one - other);
}
