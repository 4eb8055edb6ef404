import type { Kysely } from 'kysely';
import type { NoticeKind } from '#lib/domain/notices.ts';
import type { UserViewer, Viewer } from '../access/viewer.ts';
import { isOver } from '../auth/sessions.ts';
import { hashOf } from '../auth/token.ts';
import { type Device, deviceOf } from '../auth/user-agent.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { licensedProducts } from './licences.ts';

/** What a user finds of themselves on their page, beside what they choose. */
export type OwnAccount = {
	username: string;
	email: string;
	customer: { name: string; colleaguesSeeTickets: boolean };
	/** The products the customer holds a licence for, by name. */
	licences: string[];
	muted: NoticeKind[];
};

export async function ownAccount({ db }: Desk, viewer: UserViewer): Promise<OwnAccount> {
	const [{ name, sees, ...own }, licences] = await Promise.all([details(db, viewer), licensedProducts(db, viewer)]);
	return { ...own, customer: { name, colleaguesSeeTickets: sees }, licences: licences.map(({ name }) => name) };
}

function details(db: Kysely<DB>, viewer: UserViewer) {
	return db
		.selectFrom('account')
		.innerJoin('customer', 'customer.id', 'account.customer')
		.select(['account.username', 'account.email', 'account.muted'])
		.select(['customer.name', 'customer.colleagues_see_tickets as sees'])
		.where('account.id', '=', viewer.id)
		.executeTakeFirstOrThrow();
}

/** What somebody signs in as. */
export async function usernameOf({ db }: Desk, { id }: Viewer): Promise<string> {
	const account = db.selectFrom('account').select('username').where('id', '=', id);
	return (await account.executeTakeFirstOrThrow()).username;
}

export type OwnAddress = {
	email: string;
	/** What is to become of it: where it was confirmed by now, and until when the links do that. */
	change: { email: string; confirmed: { present: boolean; new: boolean }; until: string } | undefined;
};

/** Somebody's address, and the one it is to be, while there are links out for that. */
export async function ownAddress({ db, clock }: Desk, { id }: Viewer): Promise<OwnAddress> {
	const now = await clock.now(db);
	const { email, wanted, expires_at, present, fresh } = await db
		.selectFrom('account')
		.leftJoin('new_address', (join) =>
			join
				.onRef('new_address.account', '=', 'account.id')
				.on('new_address.done_at', 'is', null)
				.on('new_address.expires_at', '>', now),
		)
		.select(['account.email', 'new_address.email as wanted', 'new_address.expires_at'])
		.select(['present_confirmed_at as present', 'new_confirmed_at as fresh'])
		.where('account.id', '=', id)
		.executeTakeFirstOrThrow();
	const confirmed = { present: present !== null, new: fresh !== null };
	return {
		email,
		change: wanted && expires_at ? { email: wanted, confirmed, until: expires_at.toString() } : undefined,
	};
}

/** A place where somebody is signed in; `id` is for their eyes only, and opens nothing. */
export type OwnSession = { id: number; device: Device; since: string; seen: string; isThis: boolean };

/** Where somebody is signed in, the one with this token first, then as they were last used. */
export async function ownSessions({ db, clock }: Desk, { id, role }: Viewer, token: string): Promise<OwnSession[]> {
	const [rows, now] = await Promise.all([
		db
			.selectFrom('session')
			.select(['id', 'created_at', 'seen_at', 'expires_at', 'user_agent'])
			.select((eb) => eb('token_hash', '=', hashOf(token)).as('isThis'))
			.where('account', '=', id)
			.orderBy('isThis', 'desc')
			.orderBy('seen_at', 'desc')
			.orderBy('id')
			.execute(),
		clock.now(db),
	]);
	const open = rows.filter((row) => !isOver({ role, ...row }, now));
	return open.map(({ id, created_at, seen_at, user_agent, isThis }) => {
		const times = { since: created_at.toString(), seen: seen_at.toString() };
		return { id, device: deviceOf(user_agent), ...times, isThis: isThis === true };
	});
}
