import { type Kysely, sql, type Transaction } from 'kysely';
import type { NoticeKind } from '#lib/domain/notices.ts';
import type { Language } from '#lib/domain/roles.ts';
import { gatheredNow, givenUpAfter, type MailTrouble, nextAttempt, serverPause } from '#lib/domain/sending.ts';
import type { DB } from './types.ts';

/** A notice that goes out: alone, or as the first of several in one mail. */
export type Parcel = {
	id: number;
	messageId: string;
	language: Language;
	to: { name: string; email: string };
	attempts: number;
	firstAttempt: Temporal.Instant;
	/** How it stood before it was claimed. */
	before: Trying;
	/** Itself and what is gathered into it, as they were written. */
	notices: Noticed[];
};
type Trying = {
	attempts: number;
	first_attempt_at: Temporal.Instant | null;
	next_attempt_at: Temporal.Instant | null;
	sent_to: string | null;
};
export type Noticed = {
	kind: NoticeKind;
	ticket: number | null;
	subject: string;
	body: string;
	created_at: Temporal.Instant;
};

/** Told by a trigger with each commit that wrote mail (migration 0025), and by who has some go out again. */
export const mailChannel = 'sportello_mail';

export async function sayMailWaits(tx: Transaction<DB>): Promise<void> {
	await sql`select pg_notify(${mailChannel}, '')`.execute(tx);
}

/**
 * From here on mail is sent. What was written before anything sent mail, and what has waited for longer than a mail is tried, is kept:
 * nobody is told of it out of the blue.
 */
export async function beginSending(db: Kysely<DB>, now: Temporal.Instant): Promise<void> {
	await db.transaction().execute(async (tx) => {
		const { begun_at } = await tx.selectFrom('mail_sending').select('begun_at').forUpdate().executeTakeFirstOrThrow();
		const before = begun_at ? now.subtract(givenUpAfter) : now;
		await tx
			.updateTable('mail_out')
			.set({ state: 'kept' })
			.where('state', '=', 'waiting')
			.where('first_attempt_at', 'is', null)
			.where('next_attempt_at', 'is', null)
			.where('created_at', begun_at ? '<' : '<=', before)
			.execute();
		if (!begun_at) await tx.updateTable('mail_sending').set({ begun_at: now }).execute();
	});
}

/** Whose oldest waiting notice may go now, whoever has waited longest first; nobody while the server is left alone. */
export async function receiversDue(db: Kysely<DB>, now: Temporal.Instant, most: number): Promise<number[]> {
	const { rows } = await sql<{ account: number }>`
		select head.account from (
			select distinct on (account) account, id, next_attempt_at from mail_out where state = 'waiting' order by account, id
		) head
		where coalesce(head.next_attempt_at <= ${now}, true)
			and exists (select from mail_sending where coalesce(next_attempt_at <= ${now}, true))
		order by head.id limit ${most}`.execute(db);
	return rows.map(({ account }) => account);
}

/**
 * Claims what is to go to somebody next, until `until`: by then its fate is recorded, or whoever had claimed it is gone and it is
 * sent again. Nothing when another process has it, or the hour's mails are used up; then it waits until one falls out of the hour.
 */
export async function claim(
	tx: Transaction<DB>,
	account: number,
	{ now, until, perHour }: { now: Temporal.Instant; until: Temporal.Instant; perHour: number },
): Promise<Parcel | undefined> {
	const waiting = tx.selectFrom('mail_out').where('account', '=', account).where('state', '=', 'waiting').orderBy('id');
	const head = await waiting.selectAll().limit(1).forUpdate().executeTakeFirst();
	if (!head || (head.next_attempt_at && Temporal.Instant.compare(head.next_attempt_at, now) > 0)) return undefined;
	const registered = await receiver(tx, account);
	// Whoever reads elsewhere than at the registered address may be a stranger, and learns no name.
	const to = head.address === null ? registered : { name: '', email: head.address };
	if (registered.disabled_at) return void (await fail(tx, head.id, { at: now, trouble: 'disabled', answer: null }));

	const hour = await lastHour(tx, account, now);
	const isNew = head.first_attempt_at === null;
	const count = gatheredNow(await waitingFor(tx, account), hour.sent, perHour);
	if (count === 0) return void (await putOff(tx, head.id, hour.oldest?.add({ hours: 1 }) ?? until));

	if (isNew && count > 1 && head.address === null) await gather(tx, account, head.id, count);
	const first = head.first_attempt_at ?? now;
	const attempts = head.attempts + 1;
	const claimed: Trying = { attempts, first_attempt_at: first, next_attempt_at: until, sent_to: to.email };
	await tx.updateTable('mail_out').set(claimed).where('id', '=', head.id).execute();
	return {
		...{ id: head.id, messageId: head.message_id, language: head.language, to, attempts, firstAttempt: first },
		before: tryingOf(head),
		notices: await noticesOf(tx, head.id),
	};
}

function tryingOf({ attempts, first_attempt_at, next_attempt_at, sent_to }: Trying): Trying {
	return { attempts, first_attempt_at, next_attempt_at, sent_to };
}

function receiver(tx: Transaction<DB>, account: number) {
	const row = tx.selectFrom('account').select(['name', 'email', 'disabled_at']).where('id', '=', account);
	return row.executeTakeFirstOrThrow();
}

async function waitingFor(tx: Transaction<DB>, account: number): Promise<number> {
	const row = await tx
		.selectFrom('mail_out')
		.select((eb) => eb.fn.countAll<number>().as('waiting'))
		.where('account', '=', account)
		.where('state', '=', 'waiting')
		.executeTakeFirstOrThrow();
	return row.waiting;
}

async function lastHour(tx: Transaction<DB>, account: number, now: Temporal.Instant) {
	return tx
		.selectFrom('mail_out')
		.select((eb) => [eb.fn.countAll<number>().as('sent'), eb.fn.min('settled_at').as('oldest')])
		.where('account', '=', account)
		.where('state', '=', 'sent')
		.where('settled_at', '>', now.subtract({ hours: 1 }))
		.executeTakeFirstOrThrow();
}

/** Those that wait behind the first go with it, and stay with it however often it is tried. */
async function gather(tx: Transaction<DB>, account: number, into: number, count: number): Promise<void> {
	const behind = tx
		.selectFrom('mail_out')
		.select('id')
		.where('account', '=', account)
		.where('state', '=', 'waiting')
		.where('id', '>', into)
		.where('address', 'is', null)
		// What was tried alone may have arrived: in another mail it would arrive twice.
		.where('first_attempt_at', 'is', null)
		.orderBy('id')
		.limit(count - 1);
	await tx.updateTable('mail_out').set({ state: 'gathered', gathered_into: into }).where('id', 'in', behind).execute();
}

function noticesOf(tx: Transaction<DB>, id: number): Promise<Noticed[]> {
	return tx
		.selectFrom('mail_out')
		.select(['kind', 'ticket', 'subject', 'body', 'created_at'])
		.where((eb) => eb.or([eb('id', '=', id), eb('gathered_into', '=', id)]))
		.orderBy('id')
		.execute();
}

/** The server has it. */
export async function settle(
	tx: Transaction<DB>,
	{ id }: Parcel,
	{ at, answer }: { at: Temporal.Instant; answer: string },
): Promise<void> {
	const sent = { state: 'sent', settled_at: at, answer, next_attempt_at: null } as const;
	await tx.updateTable('mail_out').set(sent).where('id', '=', id).execute();
}

/** It will not be sent, and is shown with the server's words. */
export async function fail(
	tx: Transaction<DB>,
	id: number,
	{ at, trouble, answer }: { at: Temporal.Instant; trouble: MailTrouble; answer: string | null },
): Promise<void> {
	const failed = { state: 'failed', trouble, answer, settled_at: at, next_attempt_at: null } as const;
	await tx.updateTable('mail_out').set(failed).where('id', '=', id).execute();
}

/** It is tried again later, or given up when that has gone on for long enough. */
export async function defer(
	tx: Transaction<DB>,
	{ id, attempts, firstAttempt }: Parcel,
	{ at, answer }: { at: Temporal.Instant; answer: string },
): Promise<void> {
	const next = nextAttempt(attempts, firstAttempt, at);
	if (!next) return fail(tx, id, { at, trouble: 'gave-up', answer });
	await tx.updateTable('mail_out').set({ next_attempt_at: next, answer }).where('id', '=', id).execute();
}

/** As if it had not been claimed: nothing of it was sent. */
export async function release(tx: Transaction<DB>, { id, before }: Parcel): Promise<void> {
	await tx.updateTable('mail_out').set(before).where('id', '=', id).execute();
}

async function putOff(tx: Transaction<DB>, id: number, until: Temporal.Instant): Promise<void> {
	await tx.updateTable('mail_out').set({ next_attempt_at: until }).where('id', '=', id).execute();
}

/** Nothing goes out at the moment. Whether it is the first time in a row. */
export async function serverFailed(tx: Transaction<DB>, at: Temporal.Instant, answer: string): Promise<boolean> {
	const { failures } = await tx.selectFrom('mail_sending').select('failures').forUpdate().executeTakeFirstOrThrow();
	await tx
		.updateTable('mail_sending')
		.set((eb) => ({
			failing_since: failures === 0 ? at : eb.ref('failing_since'),
			failures: failures + 1,
			next_attempt_at: at.add(serverPause(failures + 1)),
			recovered_at: null,
			answer,
		}))
		.execute();
	return failures === 0;
}

/** The server takes mail. Since when it had not, if it had not. */
export async function serverAnswers(tx: Transaction<DB>, at: Temporal.Instant): Promise<boolean> {
	const changed = await tx
		.updateTable('mail_sending')
		.set({ failures: 0, next_attempt_at: null, recovered_at: at })
		.where('failures', '>', 0)
		.executeTakeFirst();
	return changed.numUpdatedRows > 0n;
}
