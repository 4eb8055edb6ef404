import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { signedIn } from '../../tests/support/accounts.ts';
import { givePolicy, giveStaff } from '../../tests/support/house.ts';
import { clients } from './load.ts';

export type Taker = StaffViewer & { cookie: string };
/** A user, and a software that is licensed. */
export type Writer = UserViewer & { cookie: string; product: number };
/** A ticket in hand, and how far its page shows it. */
export type Held = { ticket: number; agent: Taker; seen: string };

/** Who asks. */
export type People = {
	/** Agents of the house with their holds, one a client. */
	readers: Taker[];
	/** Agents with nothing but what they take: many, so that measuring stops for their putting back only now and then. */
	takers: Taker[];
	/** One a client. */
	writers: Writer[];
};

export const inHandLimit = 5;
export const takersOfClient = 4;

/** All are signed in; agents may have as many tickets in hand as settings allow. */
export async function givePeople(desk: Desk): Promise<People> {
	const readers = await Promise.all(numbered(clients).map((nth) => agentNamed(desk, `agente${nth}`)));
	const [first] = readers;
	if (first) await givePolicy(desk, first, { inHandLimit });
	const takers: StaffViewer[] = [];
	for (const nth of numbered(clients * takersOfClient)) takers.push(await giveStaff(desk, `prende${nth}`, 'agent'));
	return {
		readers: await withSessions(desk, readers),
		takers: await withSessions(desk, takers),
		writers: await withSessions(desk, await writersOf(desk)),
	};
}

const numbered = (count: number) => Array.from({ length: count }, (_, nth) => nth + 1);

function withSessions<Person extends StaffViewer | UserViewer>(desk: Desk, people: Person[]) {
	return Promise.all(people.map(async (person) => ({ ...person, cookie: await signedIn(desk, person) })));
}

async function agentNamed({ db }: Desk, username: string): Promise<StaffViewer> {
	const { id } = await db.selectFrom('account').select('id').where('username', '=', username).executeTakeFirstOrThrow();
	return { id, role: 'agent', name: username, language: 'it', theme: undefined };
}

async function writersOf({ db }: Desk): Promise<(UserViewer & { product: number })[]> {
	const rows = await db
		.selectFrom('account')
		.innerJoin('licence', 'licence.customer', 'account.customer')
		.select((eb) => ['account.id', 'licence.customer', eb.fn.min('licence.product').as('product')])
		.groupBy(['account.id', 'licence.customer'])
		.orderBy('account.id')
		.limit(clients)
		.execute();
	const reads = { seesColleagues: true, name: 'Utente', language: 'it', theme: undefined } as const;
	return rows.map((row) => ({ ...row, role: 'user', ...reads }));
}
