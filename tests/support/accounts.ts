import type { Role } from '#lib/domain/roles.ts';
import { hashPassword } from '#lib/server/auth/password.ts';
import { startSession } from '#lib/server/auth/sessions.ts';
import type { Desk } from '#lib/server/desk.ts';
import type { NextStep, SignedIn } from '#lib/server/use-cases/sign-in.ts';

/** The password of every account made here. */
export const PASSWORD = 'cavallo-batteria';
const passwordHash = hashPassword(PASSWORD);

type Given = { role: Role; username: string; customer?: number; activated?: boolean };

/** An account as if it had been made and activated; its address is `<username>@example.it`. */
export async function giveAccount({ db, clock }: Desk, given: Given): Promise<number> {
	const now = await clock.now(db);
	const { role, username, customer, activated = true } = given;
	const { id } = await db
		.insertInto('account')
		.values({
			role,
			username,
			customer: customer ?? null,
			name: username[0]?.toUpperCase() + username.slice(1),
			email: `${username}@example.it`,
			language: 'it',
			created_at: now,
			password_hash: activated ? await passwordHash : null,
			activated_at: activated ? now : null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function giveCustomer({ db, clock }: Desk, name: string): Promise<number> {
	const { id } = await db
		.insertInto('customer')
		.values({ name, colleagues_see_tickets: true, created_at: await clock.now(db) })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** The cookie of somebody signed in over plain HTTP. */
export async function signedIn({ db, clock }: Desk, account: { id: number; role: Role }): Promise<string> {
	const now = await clock.now(db);
	const { token } = await db.transaction().execute((tx) => startSession(tx, account, now));
	return `sportello=${token}`;
}

/** The session of somebody whom the password alone lets in. */
export function entered(signedIn: SignedIn | NextStep): SignedIn {
	if ('next' in signedIn) throw new Error(`The next step is ${signedIn.next}.`);
	return signedIn;
}

/** A product of that name, licensed to the customer; answers the product. */
export async function giveLicence({ db, clock }: Desk, customer: number, name: string): Promise<number> {
	const now = await clock.now(db);
	const { id: product } = await db
		.insertInto('product')
		.values({ name, created_at: now })
		.returning('id')
		.executeTakeFirstOrThrow();
	await db.insertInto('licence').values({ customer, product, granted_at: now }).execute();
	return product;
}
