import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import { type SimilarSolved, similarSolved } from '#lib/server/queries/similar-solved.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { testDesk } from '../../support/desk.ts';
import { begin, forgetTickets, giveLicence, giveProduct, granted, saying, testHouse } from '../../support/house.ts';

const { desk } = await testDesk();
const { product, paola, chiara, marta } = await testHouse(desk);
const other = await giveProduct(desk, 'Mappale');
await giveLicence(desk, paola, other);
const { opened, taken } = begin(desk, product);

beforeEach(() => forgetTickets(desk));

async function solved(subject: string, { by = paola, on = product, reply = 'Fatto.' } = {}): Promise<number> {
	const ticket = await opened(by, { subject, product: on });
	expect(await taken(marta)).toBe(ticket);
	granted(await resolve(desk, marta, saying(ticket, reply)));
	return ticket;
}

async function similarTo(number: number): Promise<SimilarSolved[]> {
	const ticket = await ticketInSight(desk.db, marta, number);
	return ticket ? similarSolved(desk.db, marta, ticket) : [];
}
const numbers = async (number: number) => (await similarTo(number)).map((each) => each.number);

test('solved tickets with words of the subject are found, whoever asked them, the same product first', async () => {
	const elsewhere = await solved('La poligonale chiusa non si compensa', { on: other });
	const mine = await solved('Compensare le poligonali', { by: chiara, reply: 'Scelga **Compensa** dal menu.' });
	await solved('La stampa esce vuota');
	await opened(paola, { subject: 'Compensare una poligonale' });
	const asked = await opened(paola, { subject: 'Come si compensa la poligonale?' });
	expect(await numbers(asked)).toEqual([mine, elsewhere]);
	expect((await similarTo(asked))[0]).toMatchObject({
		subject: 'Compensare le poligonali',
		product: 'Isoipsa',
		customer: 'Arcadia',
		reply: 'Scelga **Compensa** dal menu.',
	});
});

test('one word in common says too little, unless the subject is that word', async () => {
	const one = await solved('La poligonale è aperta');
	expect(await numbers(await opened(paola, { subject: 'Importare una poligonale' }))).toEqual([]);
	expect(await numbers(await opened(paola, { subject: 'Poligonale' }))).toEqual([one]);
});

test('nothing is found for a subject without words, and what it is written with is taken for no query', async () => {
	await solved('Stampa & archivio');
	expect(await numbers(await opened(paola, { subject: '??' }))).toEqual([]);
	const quoted = await opened(paola, { subject: "L'errore d'archivio \\ | ! (stampa" });
	expect(await similarTo(quoted)).toHaveLength(1);
});

test('of those alike the one written most like it stands first, and five are enough', async () => {
	for (let nth = 0; nth < 5; nth++) await solved(`Errore di stampa numero ${nth}`);
	const best = await solved('Errore di stampa del libretto');
	const asked = await opened(paola, { subject: 'Errore di stampa del libretto' });
	const found = await numbers(asked);
	expect([found.length, found[0]]).toEqual([5, best]);
});

/** Tickets that were there before, open or solved, as later acts find them. */
async function manyMore(like: number, count: number, { subject, as }: { subject: string; as: 'solved' | 'lapsed' }) {
	await desk.db.transaction().execute(async (tx) => {
		await sql`
			insert into ticket (number, customer, opened_by, product, lane, subject, version, operating_system, tools, opened_at)
			select (select max(number) from ticket) + nth, customer, opened_by, product, lane, ${subject}, version, operating_system, tools, opened_at
			from ticket, generate_series(1, ${count}::integer) nth where number = ${like}
		`.execute(tx);
		await sql`
			insert into resolution (ticket, "as", at)
			select number, ${as}, opened_at from ticket where not exists (select from resolution where ticket = number)
		`.execute(tx);
		await sql`update queue_counter set number = (select max(number) from ticket)`.execute(tx);
	});
}

test('a good answer of long ago is found behind hundreds of later tickets with most of its words', async () => {
	const best = await solved('Errore di stampa del libretto', { reply: 'Scelga **A3**.' });
	await manyMore(best, 250, { subject: 'Errore di stampa', as: 'solved' });
	await manyMore(best, 350, { subject: 'Errore di stampa del libretto', as: 'lapsed' });
	const found = await similarTo(await opened(paola, { subject: 'Errore nella stampa dei libretti' }));
	expect(found.map(({ subject }) => subject)).toEqual([
		'Errore di stampa del libretto',
		...Array<string>(4).fill('Errore di stampa'),
	]);
	expect(found[0]).toMatchObject({ number: best, reply: 'Scelga **A3**.' });
});
