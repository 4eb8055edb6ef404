import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely';
import { sessionLimits } from '#lib/domain/limits.ts';
import type { Language, Role, Theme } from '#lib/domain/roles.ts';
import type { Viewer } from '../access/viewer.ts';
import { statement } from '../db/statement.ts';
import { tellAccount } from '../db/tell.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { hashOf, newToken } from './token.ts';
import { userAgentAsKept } from './user-agent.ts';

/** For how many days after its end a session still tells whose it was: what was sent with it is kept for them. */
export const keptAfterEndDays = 7;

/** How stale `seen_at` may grow before it is written again: reading a page should not write a row. */
const SEEN_EVERY_MINUTES = 5;

function limitsOf(role: Role) {
	return role === 'user' ? sessionLimits.user : sessionLimits.staff;
}

/** `hours` is how long it lasts at most. */
export type Session = { token: string; hours: number };

/** A new session with a token of its own; `userAgent` is what the browser says of itself. */
export async function startSession(
	tx: Transaction<DB>,
	account: { id: number; role: Role },
	now: Temporal.Instant,
	userAgent: string | null = null,
): Promise<Session> {
	const session = { token: newToken(), hours: limitsOf(account.role).absoluteHours };
	await tx
		.insertInto('session')
		.values({
			token_hash: hashOf(session.token),
			account: account.id,
			created_at: now,
			seen_at: now,
			expires_at: now.add({ hours: session.hours }),
			user_agent: userAgentAsKept(userAgent),
		})
		.execute();
	return session;
}

/**
 * Somebody has shown again that the session is theirs: from now on it has another token, and this one leads nowhere. It ends when it
 * would have ended. Nothing for a session that has ended meanwhile.
 */
export async function renewSession(
	tx: Transaction<DB>,
	{ account, token }: { account: number; token: string },
	now: Temporal.Instant,
): Promise<Session | undefined> {
	const renewed = newToken();
	const row = await tx
		.updateTable('session')
		.set({ token_hash: hashOf(renewed), proved_at: now, seen_at: now })
		.where('token_hash', '=', hashOf(token))
		.where('account', '=', account)
		.returning('expires_at')
		.executeTakeFirst();
	return row && { token: renewed, hours: Math.max(1, Math.ceil(now.until(row.expires_at).total('hours'))) };
}

/** Pages of the account that are open learn at once that they may have to close. */
const toldOfEnd = tellAccount(sql.ref('session.account')).as('told');

/** Answers whose session it was. */
export async function endSession(tx: Transaction<DB>, token: string): Promise<number | undefined> {
	const ended = await tx
		.deleteFrom('session')
		.where('token_hash', '=', hashOf(token))
		.returning(['account', toldOfEnd])
		.executeTakeFirst();
	return ended?.account;
}

/** Ends those of one's own sessions that are chosen: one by its key, or all but that of a token. Answers which they were. */
export async function endOwnSessions(
	tx: Transaction<DB>,
	account: number,
	chosen: { session: number } | { allBut: string },
): Promise<number[]> {
	const ended = await tx
		.deleteFrom('session')
		.where('account', '=', account)
		.where((eb) =>
			'session' in chosen ? eb('id', '=', chosen.session) : eb('token_hash', '<>', hashOf(chosen.allBut)),
		)
		.returning(['id', toldOfEnd])
		.execute();
	return ended.map(({ id }) => id);
}

/** All but that of a token; whoever is between the password and the code begins anew, too. */
export async function endOtherSessionsOf(tx: Transaction<DB>, account: number, token: string): Promise<void> {
	await tx.deleteFrom('sign_in_step').where('account', '=', account).execute();
	await endOwnSessions(tx, account, { allBut: token });
}

/** Whoever is between the password and the code begins anew, too. */
export async function endSessionsOf(tx: Transaction<DB>, account: number): Promise<void> {
	await tx.deleteFrom('sign_in_step').where('account', '=', account).execute();
	await tx.deleteFrom('session').where('account', '=', account).returning(toldOfEnd).execute();
}

/**
 * Who is looking, by the token of their session; nobody when it is over or the account is disabled. `unattended`: the request comes
 * by itself, and does not make an idle session last.
 */
export async function viewerOf(
	{ db, clock }: Desk,
	token: string,
	{ unattended = false } = {},
): Promise<Viewer | undefined> {
	const tokenHash = hashOf(token);
	const [session, now] = await Promise.all([findSession(db, tokenHash), clock.glance(db)]);
	if (!session || isOver(session, now)) return undefined;
	if (!unattended) await markSeen(db, tokenHash, session.seen_at, now);
	return viewerFrom(session);
}

/**
 * Whose session it was that has ended by itself, not long ago. Never a sign-in: it only tells for whom a text is to be kept
 * that was written while the session ended. A session that was signed out of, or whose account is disabled, tells nothing.
 */
export async function formerViewerOf({ db, clock }: Desk, token: string): Promise<Viewer | undefined> {
	const [session, now] = await Promise.all([findSession(db, hashOf(token)), clock.now(db)]);
	if (!session || !isOver(session, now)) return undefined;
	return isOver(session, now.subtract({ hours: keptAfterEndDays * 24 })) ? undefined : viewerFrom(session);
}

type Lasting = { role: Role; seen_at: Temporal.Instant; expires_at: Temporal.Instant };

type FoundSession = Lasting & {
	id: number;
	name: string;
	language: Language;
	theme: Theme | null;
	customer: number | null;
	colleagues_see_tickets: boolean | null;
	provedAt: Temporal.Instant;
	hasSecondFactor: boolean;
};

async function findSession(db: Kysely<DB>, tokenHash: Buffer): Promise<FoundSession | undefined> {
	const [session] = await sessionOf(db, { tokenHash });
	return session;
}

const sessionOf = statement((db, { tokenHash }: { tokenHash: Buffer }) =>
	db
		.selectFrom('session')
		.innerJoin('account', 'account.id', 'session.account')
		.leftJoin('customer', 'customer.id', 'account.customer')
		.select(['session.seen_at', 'session.expires_at'])
		.select(['account.id', 'account.role', 'account.name', 'account.language', 'account.theme', 'account.customer'])
		.select('customer.colleagues_see_tickets')
		.select((eb) => [eb.fn.coalesce('session.proved_at', 'session.created_at').as('provedAt'), hasSecondFactor(eb)])
		.where('session.token_hash', '=', tokenHash)
		.where('account.disabled_at', 'is', null),
);

function hasSecondFactor(eb: ExpressionBuilder<DB, 'account'>) {
	const setUp = eb.selectFrom('second_factor').select('second_factor.account').where('set_up_at', 'is not', null);
	return eb
		.exists(setUp.whereRef('second_factor.account', '=', 'account.id'))
		.$castTo<boolean>()
		.as('hasSecondFactor');
}

/** By time alone: the row is still there until it is swept. */
export function isOver({ role, seen_at, expires_at }: Lasting, now: Temporal.Instant): boolean {
	const idleEnd = seen_at.add({ hours: limitsOf(role).idleHours });
	return Temporal.Instant.compare(now, expires_at) >= 0 || Temporal.Instant.compare(now, idleEnd) >= 0;
}

async function markSeen(db: Kysely<DB>, tokenHash: Buffer, seenAt: Temporal.Instant, now: Temporal.Instant) {
	const stale = now.subtract({ minutes: SEEN_EVERY_MINUTES });
	if (Temporal.Instant.compare(seenAt, stale) > 0) return;
	await db
		.updateTable('session')
		.set({ seen_at: now })
		.where('token_hash', '=', tokenHash)
		.where('seen_at', '<=', stale)
		.execute();
}

function viewerFrom(found: FoundSession): Viewer {
	const { id, role, name, language, theme, customer, colleagues_see_tickets } = found;
	const proved = { at: found.provedAt, withCode: found.hasSecondFactor };
	const person = { id, name, language, theme: theme ?? undefined, proved };
	if (role !== 'user') return { ...person, role };
	if (customer === null || colleagues_see_tickets === null) throw new Error('A user belongs to a customer.');
	return { ...person, role, customer, seesColleagues: colleagues_see_tickets };
}
