import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { answersFrom } from '#lib/domain/checklist.ts';
import type { DraftAct } from '#lib/domain/drafts.ts';
import type { StaffViewer, UserViewer, Viewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { addDraftFiles } from '#lib/server/use-cases/add-draft-files.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { askNewAddress } from '#lib/server/use-cases/ask-new-address.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { noteCustomer } from '#lib/server/use-cases/note-customer.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { rateTicket } from '#lib/server/use-cases/rate-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { asking, begin, granted, key, on, saying, type testHouse } from './house.ts';

/** A canary for each whose words they are: it stands in all that is theirs, and nowhere else. What is the `house`’s is for everybody. */
export const birds = {
	house: 'civettanana',
	staff: 'corvonero',
	ferri: 'ghiandaia',
	paola: 'merlobigio',
	andrea: 'fringuello',
	arcadia: 'pettirosso',
	chiara: 'gazzaladra',
	tommaso: 'upupaepops',
} as const;
export type Bird = keyof typeof birds;
export type UserName = 'paola' | 'andrea' | 'chiara' | 'tommaso';

/** Whose words each may read: at Ferri colleagues see each other's tickets, at Arcadia they do not. */
export const mayRead: Readonly<Record<UserName | 'visitor', readonly Bird[]>> = {
	visitor: ['house'],
	paola: ['house', 'ferri', 'paola', 'andrea'],
	andrea: ['house', 'ferri', 'paola', 'andrea'],
	chiara: ['house', 'arcadia', 'chiara'],
	tommaso: ['house', 'arcadia', 'tommaso'],
};

type House = Awaited<ReturnType<typeof testHouse>> & { rita: StaffViewer };

/** Names, usernames and addresses. Of the staff customers learn by name who has written to them, Marta; nothing else. */
export async function nameAfterBirds({ db }: Desk, house: House): Promise<void> {
	const name = (id: number, bird: Bird, called?: string) =>
		db
			.updateTable('account')
			.set({
				name: called ?? `Persona ${birds[bird]}`,
				username: `${birds[bird]}.${id}`,
				email: `${birds[bird]}.${id}@example.it`,
			})
			.where('id', '=', id)
			.execute();
	for (const user of ['paola', 'andrea', 'chiara', 'tommaso'] as const) await name(house[user].id, user);
	await name(house.marta.id, 'staff', 'Marta');
	for (const { id } of [house.davide, house.giulia, house.rita]) await name(id, 'staff');
	for (const [customer, bird] of [
		[house.paola.customer, 'ferri'],
		[house.chiara.customer, 'arcadia'],
	] as const) {
		await db
			.updateTable('customer')
			.set({ name: `Studio ${birds[bird]}` })
			.where('id', '=', customer)
			.execute();
	}
}

/** Every act of the desk and of its customers, on tickets of the user's: each ends in one of the ways in which a ticket can stand. */
export async function liveThrough(desk: Desk, house: House, user: UserViewer, bird: Bird): Promise<void> {
	const { product, marta, davide, giulia } = house;
	const { opened: open, taken } = begin(desk, product);
	const theirs = (what: string) => `${what} ${birds[bird]}`;
	const ours = (what: string) => `${what} ${birds.staff}`;
	const file = async () => stored(desk, birds[bird]);
	const opened = async () => {
		const environment = { version: theirs('1'), operatingSystem: theirs('Win'), tools: theirs('stazione') };
		return open(user, {
			subject: theirs('Piano'),
			description: theirs('Quota'),
			...environment,
			files: [await file()],
		});
	};
	const inHand = async () => {
		const ticket = await opened();
		await taken(marta);
		granted(await addNote(desk, davide, saying(ticket, ours('Nota'))));
		return ticket;
	};

	const kept = await inHand();
	granted(await mergeTicket(desk, marta, { ...on(kept), other: await opened() }));
	granted(await replyToCustomer(desk, marta, { ...saying(kept, theirs('Risposta')), files: [await file()] }));
	granted(await resolve(desk, marta, saying(kept, theirs('Fatto'))));
	granted(await rateTicket(desk, user, { ...on(kept), score: 4, words: theirs('Bene') }));

	const evaluated = await inHand();
	granted(await putBack(desk, giulia, on(evaluated)));
	granted(await noteCustomer(desk, giulia, { ...key(), customer: user.customer, text: ours('Cliente') }));
	await taken(marta);
	granted(await evaluate(desk, marta, saying(evaluated, theirs('Valuto'))));
	const newer = answersFrom({ version: theirs('2') });
	granted(await replyAsCustomer(desk, user, { ...saying(evaluated, theirs('Aggiornato')), answers: newer }));
	const asked = await inHand();
	granted(await awaitCustomer(desk, marta, { ...asking(asked), text: theirs('Mandi') }));
	granted(await moveLane(desk, marta, { ...saying(await inHand(), theirs('Formazione')), lane: 'consultancy' }));
	granted(await askNewAddress(desk, user, { ...key(), email: `nuova.${birds[bird]}.${user.id}@example.it` }));
	const saved = {
		name: ours('Saluto'),
		shortcut: `${birds.staff}-${randomUUID().slice(0, 8)}`,
		language: 'it' as const,
		text: ours('Saluti'),
	};
	granted(await createSavedReply(desk, giulia, { ...key(), ...saved, product: null, shared: true }));
	granted(await goOnDuty(desk, davide, key()));
	granted(await handOver(desk, marta, { ...saying(await inHand(), ours('Passo')), colleague: davide.id }));
	await begun(desk, user, asked, bird);
	await begun(desk, user, undefined, bird);
	await begun(desk, marta, asked, 'staff');
	await begun(desk, davide, asked, 'staff', 'await');
}

/** A draft with a file that waits. */
async function begun(
	desk: Desk,
	writer: Viewer,
	ticket: number | undefined,
	bird: Bird,
	act: DraftAct = 'reply',
): Promise<void> {
	const fields = { text: birds[bird], subject: birds[bird], description: birds[bird] };
	const saving = { ...key(), draft: undefined, base: undefined, ticket, act, fields };
	const { draft } = granted(await saveDraft(desk, writer, saving));
	granted(await addDraftFiles(desk, writer, { ...key(), draft, files: [await stored(desk, birds[bird])], most: 10 }));
}

async function stored(desk: Desk, word: string) {
	const content = await desk.blobs.put(Readable.from([Buffer.from(`${word} ${randomUUID()}`)]), 1_000);
	if (content === 'too-large') throw new Error('1,000 bytes are enough.');
	return { name: `${word}.txt`, ...content };
}

/** The columns with words of people's in which no canary stands, of all that the database has: `table.column`. */
export async function columnsWithout({ db }: Desk): Promise<string[]> {
	const { rows } = await sql<{ table: string; column: string }>`
		select table_name as table, column_name as column from information_schema.columns
		join information_schema.tables using (table_schema, table_name)
		where table_schema = 'public' and table_type = 'BASE TABLE'
			and (data_type in ('text', 'jsonb', 'ARRAY') and udt_name not in ('_int4', '_int2', '_int8', '_date'))
		order by 1, 2
	`.execute(db);
	const without: string[] = [];
	for (const { table, column } of rows) {
		const bird = sql.join(
			Object.values(birds).map((word) => sql`${sql.ref(column)}::text ilike ${`%${word}%`}`),
			sql` or `,
		);
		const found = await sql`select from ${sql.table(table)} where ${bird} limit 1`.execute(db);
		if (found.rows.length === 0) without.push(`${table}.${column}`);
	}
	return without;
}
