import type { Logger } from '#platform/logging.ts';
import { type Delivery, longestDelivery, type ServerUnable, type Session } from '#platform/smtp.ts';
import * as queue from '../db/mail-queue.ts';
import { organisationNow } from '../db/organisation.ts';
import type { Desk } from '../desk.ts';
import { type Letterhead, messageOf } from './message.ts';

/** How mail leaves the house. `connect` throws `ServerUnable` while the server cannot be reached or will not have us. */
export type Mailing = Omit<Letterhead, 'secretKey' | 'organisation'> & {
	perHour: number;
	connect(): Promise<Session>;
	logger: Pick<Logger, 'info' | 'warn'>;
};

/** How many receivers are looked up at a time. */
const atOnce = 100;

/**
 * Sends what waits, to each receiver in the order it was written; how many mails the server accepted. No transaction is open while
 * the server is spoken to: a mail is claimed before, and what became of it recorded after. Whoever dies in between has recorded
 * nothing, and the mail is sent again under the same Message-ID (docs/decisions/2026-11-23-mail-out.md).
 */
export async function sendMail(desk: Desk, mailing: Mailing, stopping?: AbortSignal): Promise<number> {
	await using line = new Line(mailing);
	let accepted = 0;
	for (;;) {
		const receivers = await queue.receiversDue(desk.db, await desk.clock.now(desk.db), atOnce);
		if (receivers.length === 0) return accepted;
		for (const account of receivers) {
			if (stopping?.aborted) return accepted;
			const outcome = await sendNext(desk, mailing, line, account);
			if (outcome === 'unable') return accepted;
			if (outcome === 'accepted') accepted += 1;
		}
	}
}

type Fate = Delivery['outcome'] | 'nothing';

async function sendNext(desk: Desk, mailing: Mailing, line: Line, account: number): Promise<Fate> {
	const { perHour } = mailing;
	const session = await line.session().catch((error: ServerUnable) => error);
	if (session instanceof Error) return unable(desk, mailing, session.message);
	const parcel = await within(desk, (tx, now) =>
		queue.claim(tx, account, { now, until: now.add(longestDelivery), perHour }),
	);
	if (!parcel) return 'nothing';

	const organisation = await organisationNow(desk.db);
	const letter = await messageOf(parcel, { ...mailing, secretKey: desk.secretKey, organisation });
	const { outcome, answer } = await session.send({ ...letter, to: parcel.to.email });
	if (outcome === 'unable') {
		await within(desk, (tx) => queue.release(tx, parcel));
		return unable(desk, mailing, answer);
	}
	const recovered = await within(desk, async (tx, at) => {
		if (outcome === 'accepted') await queue.settle(tx, parcel, { at, answer });
		if (outcome === 'refused') await queue.fail(tx, parcel.id, { at, trouble: 'refused', answer });
		if (outcome === 'deferred') await queue.defer(tx, parcel, { at, answer });
		return outcome === 'accepted' && queue.serverAnswers(tx, at);
	});
	if (recovered) mailing.logger.info('mail goes out again');
	return outcome;
}

/** Said once, not at each attempt. */
async function unable(desk: Desk, { logger }: Mailing, answer: string): Promise<'unable'> {
	const isFirst = await within(desk, (tx, at) => queue.serverFailed(tx, at, answer));
	if (isFirst) logger.warn({ answer }, 'mail cannot be sent at the moment; it waits, and is tried again');
	return 'unable';
}

function within<Value>(
	{ db, clock }: Desk,
	act: (tx: Parameters<typeof queue.release>[0], at: Temporal.Instant) => Promise<Value>,
): Promise<Value> {
	return db.transaction().execute(async (tx) => act(tx, await clock.now(tx)));
}

/** One connection for all that goes out now, made when it is needed and again when it broke. */
class Line implements AsyncDisposable {
	readonly #mailing: Mailing;
	#open: Session | undefined;

	constructor(mailing: Mailing) {
		this.#mailing = mailing;
	}

	async session(): Promise<Session> {
		if (!(await this.#open?.isReady())) this.#open = await this.#mailing.connect();
		return this.#open as Session;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#open?.close();
	}
}
