import { sql, type Transaction } from 'kysely';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import type { Lane } from '#lib/domain/queue.ts';
import { standingNow, ticketInSight } from '../access/tickets.ts';
import type { UserViewer } from '../access/viewer.ts';
import { isLicensed } from '../db/licences.ts';
import { insertMessage, type Upload, written } from '../db/messages.ts';
import { once } from '../db/once.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type FromDraft, takeDraft, type UntakenDraft } from './take-draft.ts';

export type OpenTicket = {
	requestKey: string;
	product: number;
	lane: Lane;
	subject: string;
	/** Plain Markdown. */
	description: string;
	version: string;
	operatingSystem: string;
	tools: string;
	files: Upload[];
	/** The resolved ticket this one follows up (P5). */
	follows: number | undefined;
} & FromDraft;

export type OpeningRefusal =
	| { reason: 'not-licensed' }
	| { reason: 'follows-nothing-resolved' }
	| UntakenDraft
	| RepeatedKey;

/** A customer opens a ticket; its arrival number is given in this transaction, in the order of commits (P4). */
export async function openTicket(
	desk: Desk,
	viewer: UserViewer,
	input: OpenTicket,
): Promise<Outcome<{ ticket: number }, OpeningRefusal>> {
	const { requestKey, ...content } = input;
	const text = written(input.description);
	const request = { account: viewer.id, act: 'open-ticket', key: requestKey, content };
	return once<{ ticket: number }, OpeningRefusal>(desk, request, async (tx) => {
		if (!(await isLicensed(tx, viewer.customer, input.product))) return refused({ reason: 'not-licensed' });
		if (!(await followsResolved(tx, desk, viewer, input.follows))) {
			return refused({ reason: 'follows-nothing-resolved' });
		}

		const of = { goesOnFrom: await goesOnFrom(tx, input) };
		const taken = await takeDraft(tx, viewer, { ...input, of });
		if (!taken.ok) return taken;
		const { value: files } = taken;
		const counter = await lockCounter(tx, desk.clock);
		const { at } = counter;
		const ticket = counter.number + 1;
		await insertTicket(tx, viewer, input, ticket, at);
		await insertMessage(tx, { ticket, author: viewer.id, side: 'customer', text, files, at });
		const { lane, product } = input;
		await record(tx, counter, { type: 'opened', ticket, actor: viewer.id, lane, product });
		return done({ ticket });
	});
}

async function followsResolved(
	tx: Transaction<DB>,
	desk: Desk,
	viewer: UserViewer,
	follows: number | undefined,
): Promise<boolean> {
	if (follows === undefined) return true;
	const followed = await ticketInSight(tx, viewer, follows);
	if (!followed) return false;
	const standing = await standingNow(tx, followed, await desk.clock.now(tx));
	return standing.state === 'resolved';
}

/** The tickets on which a reply may have been begun that this one is made of: the one it follows, and those merged into that. */
async function goesOnFrom(tx: Transaction<DB>, { follows, draft }: OpenTicket): Promise<number[]> {
	if (follows === undefined || draft === undefined) return [];
	const { rows } = await sql<{ ticket: number }>`
		with recursive merged as (
			select ticket from resolution where duplicate_of = ${follows}
			union all
			select resolution.ticket from resolution join merged on resolution.duplicate_of = merged.ticket
		)
		select ticket from merged
	`.execute(tx);
	return [follows, ...rows.map(({ ticket }) => ticket)];
}

async function insertTicket(
	tx: Transaction<DB>,
	viewer: UserViewer,
	input: OpenTicket,
	number: number,
	at: Temporal.Instant,
): Promise<void> {
	const { product, lane, subject, version, operatingSystem, tools, follows } = input;
	await tx
		.insertInto('ticket')
		.values({
			number,
			customer: viewer.customer,
			opened_by: viewer.id,
			product,
			lane,
			subject,
			version,
			operating_system: operatingSystem,
			tools,
			follows: follows ?? null,
			opened_at: at,
		})
		.execute();
}
