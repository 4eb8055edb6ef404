import { beforeAll, expect, test } from 'vitest';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { signedIn } from '../support/accounts.ts';
import { wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, request, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, andrea, chiara, tommaso, marta } = await testHouse(desk);
const { opened, solved } = begin(desk, product);
const web = await startWeb(testing);
const cookies = {
	nobody: '',
	paola: await signedIn(desk, paola),
	andrea: await signedIn(desk, andrea),
	chiara: await signedIn(desk, chiara),
	tommaso: await signedIn(desk, tommaso),
	marta: await signedIn(desk, marta),
};
type Who = keyof typeof cookies;

const get = (who: Who, path: string) => web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } });
const html = async (who: Who, path: string) => (await get(who, path)).text();
const numbersIn = (page: string) => [...page.matchAll(/href="\/tickets\/(\d+)"/g)].map(([, number]) => Number(number));
const tickets = { resolved: 0, queued: 0, ofChiara: 0 };

beforeAll(async () => {
	tickets.resolved = await solved(paola, marta);
	const told = { subject: 'Le <b>quote</b> del profilo', description: 'Con <script>alert(1)</script> le quote.' };
	tickets.queued = await opened(andrea, { ...told, lane: 'consultancy' });
	tickets.ofChiara = await opened(chiara, { subject: 'Le quote segrete della poligonale' });
});

const expected: [who: Who, status: number, numbers: (keyof typeof tickets)[]][] = [
	['nobody', 303, []],
	['paola', 200, ['queued', 'resolved']],
	['andrea', 200, ['queued', 'resolved']],
	['chiara', 200, ['ofChiara']],
	['tommaso', 200, []],
	['marta', 404, []],
];

test.each(expected)('%s is answered %i', async (who, status, numbers) => {
	const own = numbers.map((name) => tickets[name]);
	const list = await get(who, '/tickets');
	expect([list.status, numbersIn(await list.text())]).toEqual([status, own]);
	const found = await get(who, '/tickets?q=quote+profilo+poligonale+segrete');
	const page = await found.text();
	expect(found.status).toBe(status);
	for (const number of numbersIn(page)) expect(own).toContain(number);
	const similar = await get(who, `/tickets/similar?product=${product}&subject=quote+profilo`);
	expect(similar.status).toBe(status);
	if (status === 200) {
		const { tickets: alike } = (await similar.json()) as { tickets: { number: number }[] };
		expect(alike.map(({ number }) => number)).toEqual(own.includes(tickets.queued) ? [tickets.queued] : []);
	}
});

test('another customer is not hinted at: neither by what was found nor by what was taken for misspelt', async () => {
	const [nothing, secret] = await Promise.all([html('paola', '/tickets?q=zzzz'), html('paola', '/tickets?q=segrrete')]);
	expect(wordsOf(secret).replaceAll('segrrete', 'zzzz')).toBe(wordsOf(nothing));
});

test.each([
	['turn=resolved', 'resolved'],
	['turn=support', 'queued'],
	['turn=customer', undefined],
	['lane=consultancy', 'queued'],
	['of=mine', 'resolved'],
	['of=colleagues', 'queued'],
	['q=quote&turn=resolved', undefined],
	['q=quote&of=colleagues', 'queued'],
] as const)('%s lists what is asked for', async (query, name) => {
	expect(numbersIn(await html('paola', `/tickets?${query}`))).toEqual(name ? [tickets[name]] : []);
});

test('what was found is marked, and nothing of it is markup', async () => {
	const page = await html('paola', '/tickets?q=quota');
	expect(page.replaceAll(/<!--.*?-->/g, '')).toMatch(/Le &lt;b><mark[^>]*>quote<\/mark>&lt;\/b> del profilo/);
	expect(page).not.toContain('<script>alert');
	expect(wordsOf(page)).toContain('Trovato un ticket.');
});

test('a misspelt word is found, and said', async () => {
	const page = wordsOf(await html('paola', '/tickets?q=poligonlae'));
	expect(page).toContain('Cercato anche: poligonale.');
	expect(page).toContain(`Ticket numero ${tickets.resolved}`);
});

test('nothing found says what was searched for and what to try', async () => {
	const page = wordsOf(await html('paola', '/tickets?q=gasometro&turn=resolved'));
	expect(page).toContain('Nessun ticket per «gasometro»');
	expect(page).toContain('limitata dai filtri');
	expect(wordsOf(await html('paola', '/tickets?q=%25_*'))).toContain('Non c’è nulla da cercare');
	expect(wordsOf(await html('tommaso', '/tickets'))).toContain('Non ci sono ancora ticket');
});

test('what a form left empty is not in the address', async () => {
	const answer = await get('paola', '/tickets?q=quote&turn=&product=&lane=&of=');
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tickets?q=quote']);
	expect((await get('paola', '/tickets?q=')).headers.get('location')).toBe('/tickets');
});

test.each([
	`q=${encodeURIComponent("' | !a & (b <-> c:*")}`,
	`q=${encodeURIComponent('\\ %_ .* $1 [a-z]+')}`,
	'q=a%00b',
	'q=%ff%fe',
	`q=${'x'.repeat(10_000)}`,
	'turn=mine&product=x&lane=0&of=others&page=-1&before=1e3',
	'page=99999999&q=quote',
	'q=quote&q=altro',
	'before=1',
])('%.60s… is answered', async (query) => {
	expect((await get('paola', `/tickets?${query}`)).status).toBe(200);
	expect((await get('paola', `/tickets/similar?${query.replace('q=', `product=${product}&subject=`)}`)).status).toBe(
		200,
	);
});

test('many come a page at a time, by address', async () => {
	for (let nth = 0; nth < 24; nth++) granted(await openTicket(desk, tommaso, request(product, { subject: 'Serie' })));
	const first = await html('tommaso', '/tickets');
	const older = /href="(\/tickets\?before=\d+)"/.exec(first)?.[1] ?? '';
	const all = [...numbersIn(first), ...numbersIn(await html('tommaso', older))];
	expect([numbersIn(first).length, new Set(all).size]).toEqual([20, 24]);
	const found = await html('tommaso', '/tickets?q=serie');
	expect(found).toContain('href="/tickets?q=serie&amp;page=2"');
	expect(numbersIn(await html('tommaso', '/tickets?q=serie&page=2'))).toHaveLength(4);
});

test('words beyond those that are searched for at once are named', async () => {
	const words = 'alfa beta gamma delta epsilon zeta quote profilo'.split(' ');
	const page = async (typed: string[]) => wordsOf(await (await get('paola', `/tickets?q=${typed.join('+')}`)).text());
	expect(await page(words)).not.toContain('le parole sono molte');
	expect(await page([...words, 'theta', 'iota'])).toContain('non abbiamo cercato «theta», «iota».');
});
