import { beforeEach, expect, test } from 'vitest';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import { listedTickets } from '#lib/server/queries/listed-tickets.ts';
import { searchTickets } from '#lib/server/queries/search-tickets.ts';
import { similarTickets } from '#lib/server/queries/similar-tickets.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { begin, forgetTickets, granted, saying, testHouse } from '../../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, chiara, tommaso, marta } = await testHouse(desk);
const { opened, awaitingCustomer, solved, taken } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
	await desk.db.deleteFrom('search_word').execute();
});

const searched = (viewer: UserViewer, typed: string, filter = {}) =>
	searchTickets(desk, viewer, { typed, filter, page: 1 });
const numbers = async (viewer: UserViewer, typed: string, filter = {}) =>
	(await searched(viewer, typed, filter)).hits.map(({ number }) => number);

test('what another customer wrote is found by nobody else: no ticket, no count, no word taken for a misspelt one', async () => {
	await opened(chiara, { subject: 'Planimetria segreta', description: 'Ortofoto del cantiere' });
	const mine = await opened(paola, { subject: 'Planimetria' });
	expect(await searched(paola, 'planimetria')).toMatchObject({ total: 1, hits: [{ number: mine }] });
	for (const typed of ['segreta', 'segrata', 'ortofot', '1', 'ortofoto cantiere']) {
		expect(await searched(paola, typed)).toMatchObject({ total: 0, hits: [], corrected: [], partly: false });
	}
	expect(await similarTickets(desk, paola, { product, subject: 'Ortofoto del cantiere' })).toEqual([]);
});

test('colleagues are searched where they are seen, and only there (P1)', async () => {
	const seen = await opened(andrea, { subject: 'Ortofoto spostata' });
	await opened(tommaso, { subject: 'Ortofoto spostata' });
	expect(await numbers(paola, 'ortofoto')).toEqual([seen]);
	expect(await searched(chiara, 'ortofoto')).toMatchObject({ total: 0, hits: [] });
	expect(await searched(chiara, 'ortofooto')).toMatchObject({ corrected: [] });
	expect(await numbers(chiara, '2')).toEqual([]);
	expect(await similarTickets(desk, chiara, { product, subject: 'Ortofoto spostata' })).toEqual([]);
	expect(await similarTickets(desk, paola, { product, subject: 'Ortofoto spostata' })).toMatchObject([
		{ number: seen, openedByMe: false },
	]);
});

test('an internal note is in no search', async () => {
	const ticket = await opened(paola);
	granted(await addNote(desk, marta, saying(ticket, 'Cliente moroso')));
	expect(await searched(paola, 'moroso')).toMatchObject({ total: 0, corrected: [] });
	expect(await searched(paola, 'cliente morosso')).toMatchObject({ total: 0, corrected: [] });
});

test('words may stand in different messages of a ticket, and those of support are found too', async () => {
	const ticket = await opened(paola, { subject: 'La poligonale non chiude' });
	granted(await replyAsCustomer(desk, paola, saying(ticket, 'Succede con il teodolite.')));
	await opened(paola, { subject: 'Poligonale' });
	expect(await searched(paola, 'poligonale teodolite')).toMatchObject({ total: 1, partly: false });
	expect(await numbers(paola, 'poligonale teodolite')).toEqual([ticket]);
	expect(await searched(paola, 'poligonale gasometro')).toMatchObject({ total: 2, partly: true });
});

test('what was found is marked, as text and not as markup', async () => {
	await opened(paola, {
		subject: 'Il <b>rilievo</b> & altro',
		description: 'Vedi `rilievi` in <script>rilievo</script>',
	});
	const [hit] = (await searched(paola, 'rilievo')).hits;
	expect(hit?.subjectParts).toEqual([
		{ text: 'Il <b>', hit: false },
		{ text: 'rilievo', hit: true },
		{ text: '</b> & altro', hit: false },
	]);
	await opened(paola, { subject: 'Altro', description: 'Vedi **profili** in <i>casa</i>\ue000 sua' });
	const [other] = (await searched(paola, 'profilo')).hits;
	expect(other).toMatchObject({ place: 'message' });
	expect(other?.excerpt).toEqual([
		{ text: 'Vedi ', hit: false },
		{ text: 'profili', hit: true },
		{ text: ' in <i>casa</i> sua', hit: false },
		{ text: ' …', hit: false },
	]);
	await opened(paola, { subject: 'Ancora', description: 'Mancano i pozzetti' });
	const [last] = (await searched(paola, 'pozzetto')).hits;
	expect(last?.excerpt?.slice(-2)).toEqual([
		{ text: 'pozzetti', hit: true },
		{ text: ' …', hit: false },
	]);
});

test('a number finds its ticket first, and the text that has it', async () => {
	const first = await opened(paola, { subject: 'Uno' });
	const second = await opened(paola, { subject: `Come nel ticket ${first}` });
	expect(await numbers(paola, String(first))).toEqual([first, second]);
	expect(await numbers(paola, `#${second}`)).toEqual([second]);
});

test('filters narrow a search and the list alike; what has lapsed is resolved, though nobody has written it down (P5)', async () => {
	const ended = await solved(paola, marta);
	const awaited = await awaitingCustomer(andrea, marta);
	const inHand = await opened(paola, { lane: 'consultancy' });
	await taken(marta);
	const queued = await opened(andrea);
	const by = async (filter: Parameters<typeof listedTickets>[2]) => {
		const listed = (await listedTickets(desk, paola, filter)).tickets.map(({ number }) => number);
		expect(await numbers(paola, 'poligonale', filter)).toEqual(listed);
		return listed;
	};
	expect(await by({})).toEqual([queued, inHand, awaited, ended]);
	expect(await by({ turn: 'customer' })).toEqual([awaited]);
	expect(await by({ turn: 'support' })).toEqual([queued, inHand]);
	expect(await by({ turn: 'resolved' })).toEqual([ended]);
	expect(await by({ lane: 'consultancy' })).toEqual([inHand]);
	expect(await by({ of: 'mine' })).toEqual([inHand, ended]);
	expect(await by({ of: 'colleagues' })).toEqual([queued, awaited]);
	expect(await by({ product: product + 1 })).toEqual([]);
	clock.advance({ hours: 24 * 30 });
	expect(await by({ turn: 'customer' })).toEqual([]);
	expect(await by({ turn: 'resolved' })).toEqual([awaited, ended]);
	const { hits } = await searched(paola, 'poligonale', { turn: 'resolved' });
	expect(hits.map(({ turn }) => turn)).toEqual(['resolved', 'resolved']);
});

test('many hits come a page at a time, each once', async () => {
	for (let nth = 0; nth < 45; nth++) await opened(paola);
	const pages = await Promise.all(
		[1, 2, 3, 4].map((page) => searchTickets(desk, paola, { typed: 'poligonale', filter: {}, page })),
	);
	expect(pages.map(({ hits, more }) => [hits.length, more])).toEqual([
		[20, true],
		[20, true],
		[5, false],
		[0, false],
	]);
	expect(new Set(pages.flatMap(({ hits }) => hits.map(({ number }) => number))).size).toBe(45);
	expect(pages.slice(0, 3).map(({ total }) => total)).toEqual([45, 45, 45]);
});

test.each([
	['operators', "' | !a & (b <-> c:*"],
	['regular expressions', '\\ %_ .* [a-z]+ $1'],
	['SQL', "'; drop table ticket; --"],
	['NUL', 'a\u0000b'],
	['half a character', '\ud800'],
	['one long word', 'x'.repeat(10_000)],
	['ten thousand words', 'parola '.repeat(10_000)],
	['quotes', '"'.repeat(99)],
	['a long number', '1'.repeat(40)],
	['distances', ':* <-> <0> <999999>'],
	['marks by themselves', '\u0301 a1\u0301 2\ufe0f\u20e3'],
	['other scripts', '😀 ﷽ ｆｕｌｌ'],
])('%s are only text', async (_, typed) => {
	await opened(paola);
	await expect(searched(paola, typed)).resolves.toMatchObject({ corrected: [] });
});
