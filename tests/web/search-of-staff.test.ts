import { beforeAll, expect, test } from 'vitest';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { signedIn } from '../support/accounts.ts';
import { wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, saying, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, chiara, marta, giulia } = await testHouse(desk);
const { opened, solved } = begin(desk, product);
await desk.db
	.updateTable('queue_agent')
	.set({ covers: [product + 1] })
	.execute();
const web = await startWeb(testing);
const cookies = {
	nobody: '',
	paola: await signedIn(desk, paola),
	marta: await signedIn(desk, marta),
	giulia: await signedIn(desk, giulia),
};
type Who = keyof typeof cookies;

const get = (who: Who, path: string) => web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } });
const html = async (who: Who, query: string) => (await get(who, `/desk/search?${query}`)).text();
const numbersIn = (page: string) =>
	[...page.matchAll(/href="\/desk\/tickets\/(\d+)"/g)].map(([, number]) => Number(number));
const tickets = { ended: 0, queued: 0 };

beforeAll(async () => {
	tickets.ended = await solved(paola, marta);
	tickets.queued = await opened(chiara, { subject: 'Le <b>quote</b> del profilo', lane: 'consultancy' });
	granted(await addNote(desk, giulia, saying(tickets.queued, 'Cliente <i>moroso</i>, con garbo.')));
});

test.each([
	['nobody', 303],
	['paola', 404],
	['marta', 200],
	['giulia', 200],
] as const)('%s is answered %i', async (who, status) => {
	const answer = await get(who, '/desk/search?q=moroso');
	expect(answer.status).toBe(status);
	expect(numbersIn(await answer.text())).toEqual(status === 200 ? [tickets.queued] : []);
});

test('what was found is marked, says where it stands and whose it is, and nothing of it is markup', async () => {
	const page = await html('marta', 'q=moroso');
	expect(page.replaceAll(/<!--.*?-->/g, '')).toMatch(/Cliente &lt;i><mark[^>]*>moroso<\/mark>&lt;\/i>/);
	expect(page).not.toMatch(/<i>moroso|<b>quote/);
	expect(wordsOf(page)).toMatch(/Un ticket\..*In coda.*Arcadia.*Chiara.*Nota interna:/s);
	expect(wordsOf(await html('marta', 'q=poligonale'))).toMatch(/Risolto.*da Lei/s);
	expect(wordsOf(await html('giulia', 'q=poligonale'))).toMatch(/Risolto.*da Marta/s);
	expect(wordsOf(await html('marta', 'q=poligonlae'))).toContain('Cercato anche: poligonale.');
});

test.each([
	['', ['queued', 'ended']],
	['state=resolved', ['ended']],
	['state=queued', ['queued']],
	['state=in-hand', []],
	['lane=consultancy', ['queued']],
	['customer=arcad', ['queued']],
	['customer=Ferri+e+Landi', ['ended']],
	[`agent=${marta.id}`, ['ended']],
	['files=yes', []],
	['from=2020-01-01', ['queued', 'ended']],
	['from=2090-01-01', []],
	['to=2020-01-01', []],
	['q=quote&state=resolved', []],
	['sort=newest&q=profilo', ['queued']],
] as const)('%s lists what is asked for', async (query, names) => {
	expect(numbersIn(await html('marta', query))).toEqual(names.map((name) => tickets[name]));
});

test.each([
	['from=31%2F02%2F2026', '«31/02/2026» non è un giorno', 'value="31/02/2026"'],
	['to=domani', '«domani» non è un giorno', 'value="domani"'],
	['from=2026-05-02&to=2026-05-01', 'Viene prima del giorno da cui si comincia', 'value="2026-05-01"'],
	['colour=red', 'Il filtro «colour» non esiste.', ''],
	['state=perhaps', 'Come sta il ticket: «perhaps» non c’è.', ''],
	['product=999', 'Software: «999» non c’è.', ''],
	['agent=0', 'Chi lo ha o ha risposto: «0» non c’è.', ''],
	['customer=Zzz', 'Nessun cliente ha «Zzz» nel nome.', 'value="Zzz"'],
	['page=999', 'La pagina chiesta non c’è', ''],
] as const)('%s is said, stays, and leaves nothing out', async (query, said, field) => {
	const page = await html('marta', `q=quote&${query}`);
	expect(wordsOf(page)).toContain(said);
	expect(page).toContain(field);
	expect(page).toContain('value="quote"');
	if (!query.startsWith('from=2026')) expect(numbersIn(page)).toEqual([tickets.queued]);
});

test('what a form left empty is not in the address, and what is wrong stays in it', async () => {
	const answer = await get('marta', '/desk/search?q=quote&state=&lane=&product=&customer=&agent=&from=mai&to=&sort=');
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '?q=quote&from=mai']);
	expect((await get('marta', '/desk/search?q=&lane=')).headers.get('location')).toBe('/desk/search');
	expect((await get('marta', '/desk/search?q=quote&page=4')).headers.get('location')).toBe('/desk/search?q=quote');
});

test('nothing found says what was searched and what to try', async () => {
	expect(wordsOf(await html('marta', 'q=gasometro&state=resolved'))).toMatch(
		/Nessun ticket con tutte le parole di «gasometro».*limitata dai filtri.*Togli i filtri/s,
	);
	expect(wordsOf(await html('marta', 'q=%25_*'))).toContain('Non c’è nulla da cercare');
});

test.each([
	`q=${encodeURIComponent("' | !a & (b <-> c:*")}`,
	`q=${encodeURIComponent('\\ %_ .* $1 [a-z]+')}`,
	'q=a%00b&customer=%00',
	'q=%ff%fe&from=%ff',
	`q=${'x'.repeat(10_000)}&customer=${'y'.repeat(5_000)}`,
	'q=999999999&before=1',
	'from=0001-01-01&to=9999-12-31',
	'__proto__=1&constructor=2&toString=3',
])('%.60s… is answered', async (query) => {
	expect((await get('marta', `/desk/search?${query}`)).status).toBe(200);
});

test('words beyond those that are searched for at once are named, whether something is found or not', async () => {
	const many = (more: string) =>
		`q=${encodeURIComponent(`le quote del profilo moroso garbo ${chiara.name} arcadia cliente ${more}`)}`;
	const found = wordsOf(await html('marta', many('quote profilo')));
	expect(found).toContain(
		'Per una sola ricerca le parole sono molte: non abbiamo cercato «cliente», «quote», «profilo».',
	);
	expect(wordsOf(await html('marta', 'q=quote+del+profilo'))).not.toContain('le parole sono molte');
	const filtered = wordsOf(await html('marta', `${many('quote')}&state=resolved`));
	expect(filtered).toContain('non abbiamo cercato «cliente», «quote».');
});

test('filters are folded behind how many are set, and stand open where one of them is wrong', async () => {
	const folded = (page: string) => /<details class="filters[^>]*>/.exec(page)?.[0];
	const set = await html('marta', `q=quote&state=queued&lane=consultancy&customer=arcad&agent=${marta.id}`);
	expect(wordsOf(set)).toContain('Filtri (3 attivi)');
	expect(folded(set)).not.toContain('open');
	expect(wordsOf(await html('marta', 'q=quote&state=queued'))).toContain('Filtri e ordine');
	expect(folded(await html('marta', 'from=mai'))).toContain('open');
});
