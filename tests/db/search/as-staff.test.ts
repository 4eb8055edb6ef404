import { beforeEach, expect, test } from 'vitest';
import type { Upload } from '#lib/server/db/messages.ts';
import { type StaffSearch, searchAsStaff } from '#lib/server/queries/search-as-staff.ts';
import { searchTickets } from '#lib/server/queries/search-tickets.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { asked, nowhere, type Written, written } from '../../support/found.ts';
import { begin, forgetTickets, granted, on, saying, testHouse } from '../../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, chiara, marta, davide } = await testHouse(desk);
const { opened, inHand, underEvaluation, awaitingCustomer, solved } = begin(desk, product);
const file = (name: string): Upload => ({ name, size: 1, sha256: Buffer.alloc(32), mediaType: 'application/pdf' });

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

const search = (typed: string, told: Partial<StaffSearch> = {}) =>
	searchAsStaff(desk, marta, { typed, filter: {}, order: 'relevance', page: 1, ...told });
const numbers = async (...asked: Parameters<typeof search>) =>
	(await search(...asked)).hits.map(({ number }) => number);

test('staff find what customers find, by the same words, codes and slips', async () => {
	const keys = new Map<number, Written>();
	for (const [key, { subject, description, files }] of Object.entries(written)) {
		keys.set(await opened(andrea, { subject, description, files: files.map(file) }), key as Written);
	}
	for (const [typed, first, also] of asked) {
		const [best, ...others] = (await numbers(typed)).map((number) => keys.get(number));
		expect([typed, best]).toEqual([typed, first]);
		if (also) expect([typed, others.sort()]).toEqual([typed, also]);
	}
	for (const typed of nowhere) expect([typed, await numbers(typed)]).toEqual([typed, []]);
});

test('every ticket is found, of whichever customer, by notes and names too; a customer finds no note, not even as a word meant', async () => {
	const mine = await opened(paola, { subject: 'Planimetria' });
	const other = await opened(chiara, { subject: 'Planimetria' });
	granted(await addNote(desk, marta, saying(mine, 'Cliente moroso: sentire l’amministrazione.')));
	expect(await numbers('planimetria')).toEqual([other, mine]);
	expect(await search('moroso')).toMatchObject({ hits: [{ number: mine, place: 'note' }] });
	expect(await search('morosso')).toMatchObject({ total: 1, corrected: ['moroso'] });
	expect(await search('arcadia planimetria')).toMatchObject({
		hits: [{ number: other, customerParts: [{ text: 'Arcadia', hit: true }], place: 'subject' }],
	});
	expect(await numbers('arcadai')).toEqual([other]);
	expect(await search('chiara')).toMatchObject({ hits: [{ number: other, excerpt: [] }] });
	for (const typed of ['moroso', 'morosso', 'planimetria moroso', 'amministrazione', 'arcadia', 'chiara', 'marta']) {
		const { hits, corrected } = await searchTickets(desk, paola, { typed, filter: {}, page: 1 });
		expect(hits.map(({ number }) => number)).toEqual(typed.startsWith('planimetria') ? [mine] : []);
		expect(JSON.stringify([hits, corrected.flatMap(({ words }) => words)])).not.toMatch(
			/moros|amministr|arcadia|chiara/i,
		);
	}
});

test('who is called otherwise is found by the new name, and not by the old one', async () => {
	const ticket = await opened(chiara);
	await desk.db.updateTable('customer').set({ name: 'Borea' }).where('id', '=', chiara.customer).execute();
	await desk.db.updateTable('account').set({ name: 'Clelia' }).where('id', '=', chiara.id).execute();
	for (const typed of ['borea', 'clelia', 'boreaa']) expect([typed, await numbers(typed)]).toEqual([typed, [ticket]]);
	for (const typed of ['arcadia', 'chiara']) expect([typed, await numbers(typed)]).toEqual([typed, []]);
	await desk.db.updateTable('customer').set({ name: 'Arcadia' }).where('id', '=', chiara.customer).execute();
	await desk.db.updateTable('account').set({ name: 'chiara' }).where('id', '=', chiara.id).execute();
});

test('all words must be there, wherever in the ticket; a subject goes before a message, a number before both', async () => {
	const first = await opened(paola, { subject: 'Il teodolite', description: 'Nulla.' });
	const second = await opened(paola, { subject: 'Altro', description: `Il teodolite del ticket ${first}` });
	granted(await replyAsCustomer(desk, paola, saying(second, 'La poligonale è aperta.')));
	expect(await numbers('teodolite')).toEqual([first, second]);
	expect(await numbers('teodolite', { order: 'newest' })).toEqual([second, first]);
	expect(await numbers('teodolite poligonale')).toEqual([second]);
	expect(await search('teodolite zzzz')).toMatchObject({ total: 2, leftOut: ['zzzz'] });
	expect(await search('zzzz')).toMatchObject({ total: 0, leftOut: [] });
	expect(await numbers('nulla poligonale')).toEqual([]);
	expect(await numbers(String(first))).toEqual([first, second]);
	expect(await numbers(String(first), { filter: { first: second } })).toEqual([second]);
	expect(await search('perché il')).toMatchObject({ hits: [], nothingAsked: true });
	expect(await search('"il non"')).toMatchObject({ hits: [], nothingAsked: true });
});

test('filters narrow a search and the list alike', async () => {
	const ended = await solved(paola, marta);
	const awaited = await awaitingCustomer(andrea, marta);
	const evaluated = await underEvaluation(paola, davide);
	const held = await inHand(chiara, davide);
	const queued = await opened(paola, { lane: 'consultancy', files: [file('rilievo.dxf')] });
	const back = await inHand(andrea, marta);
	clock.advance({ minutes: 5 });
	granted(await putBack(desk, marta, on(back)));
	const by = async (filter: StaffSearch['filter']) => {
		const listed = await numbers('', { filter });
		expect(await numbers('poligonale', { filter, order: 'newest' })).toEqual(listed);
		return listed;
	};
	expect(await by({})).toEqual([back, queued, held, evaluated, awaited, ended]);
	expect(await by({ state: 'in-hand' })).toEqual([held]);
	expect(await by({ state: 'under-evaluation' })).toEqual([evaluated]);
	expect(await by({ state: 'awaiting-customer' })).toEqual([awaited]);
	expect(await by({ state: 'resolved' })).toEqual([ended]);
	expect(await by({ state: 'queued' })).toEqual([back, queued]);
	expect(await by({ state: 'came-back' })).toEqual([back]);
	expect(await by({ lane: 'consultancy' })).toEqual([queued]);
	expect(await by({ hasFiles: true })).toEqual([queued]);
	expect(await by({ customers: [chiara.customer] })).toEqual([held]);
	expect(await by({ customers: [] })).toEqual([]);
	expect(await by({ product: product + 1 })).toEqual([]);
	expect(await by({ agent: davide.id })).toEqual([held, evaluated]);
	expect(await by({ agent: marta.id })).toEqual([awaited, ended]);
	expect(await by({ first: evaluated, last: held })).toEqual([held, evaluated]);
	clock.advance({ hours: 24 * 30 });
	expect(await by({ state: 'awaiting-customer' })).toEqual([]);
	expect(await by({ state: 'resolved' })).toEqual([awaited, ended]);
	expect((await search('', { filter: { state: 'resolved' } })).hits.map(({ state, agent }) => [state, agent])).toEqual([
		['resolved', { name: 'Marta', mine: true }],
		['resolved', { name: 'Marta', mine: true }],
	]);
});

test('of very many the newest two hundred are shown, a page at a time, and from there the older ones', async () => {
	const values = Array.from({ length: 230 }, (_, nth) => ({
		...{ number: 1_000 + nth, customer: paola.customer, opened_by: paola.id, product, lane: 'technical' as const },
		...{ subject: 'Serie', version: '', operating_system: '', tools: '', opened_at: MONDAY_MORNING },
	}));
	await desk.db.insertInto('ticket').values(values).execute();
	const ended = values.map(({ number }) => ({ ticket: number, as: 'solved' as const, at: MONDAY_MORNING }));
	await desk.db.insertInto('resolution').values(ended).execute();
	for (const typed of ['serie', '']) {
		const pages = await Promise.all(Array.from({ length: 10 }, (_, nth) => search(typed, { page: nth + 1 })));
		const all = pages.flatMap(({ hits }) => hits.map(({ number }) => number));
		expect([new Set(all).size, Math.min(...all), pages[0]?.total, pages[0]?.olderThan]).toEqual([
			200, 1_030, 200, 1_030,
		]);
		expect(pages.map(({ more }) => more)).toEqual([...Array(9).fill(true), false]);
		const older = await search(typed, { filter: { last: 1_029 } });
		expect([older.total, older.olderThan, older.hits[0]?.number]).toEqual([30, undefined, 1_029]);
	}
});
