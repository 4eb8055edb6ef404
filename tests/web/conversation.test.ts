import { beforeAll, expect, test } from 'vitest';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { signedIn } from '../support/accounts.ts';
import { wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, on, saying, testHouse } from '../support/house.ts';
import { toldTicket, upload } from '../support/told-ticket.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk(Temporal.Instant.from('2026-11-20T08:00+01:00'));
const { desk, clock } = testing;
const house = await testHouse(desk);
const { paola, andrea, marta, chiara } = house;
const { opened } = begin(desk, house.product);
const web = await startWeb(testing);
const cookies = new Map<number, string>();

async function page(path: string, who: typeof paola | typeof marta): Promise<string> {
	const cookie = cookies.get(who.id) ?? (await signedIn(desk, who));
	cookies.set(who.id, cookie);
	const answer = await web.fetch(path, { headers: { cookie } });
	return `${answer.status} ${await answer.text()}`;
}

const says = async (who: typeof paola, ticket: number, text: string) =>
	granted(await replyAsCustomer(desk, who, saying(ticket, text)));
/** What a page shows; not the data it brings for its scripts. */
const shown = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, '');
const messagesIn = (html: string) => [...shown(html).matchAll(/<li id="message-(\d+)"/g)].map(([, nth]) => Number(nth));

let told: number;
let long: number;

beforeAll(async () => {
	told = await toldTicket(testing, house);
	long = await opened(paola, { description: 'Parola 1' });
	for (let nth = 2; nth <= 200; nth++) {
		clock.advance({ seconds: 20 });
		await says(nth % 2 ? andrea : paola, long, `Parola ${nth}.\n\n${'Una riga di testo come tante. '.repeat(20)}`);
	}
});

test('each message says who wrote it, on which side, on which day and at what time, without scripts', async () => {
	const html = shown(await page(`/tickets/${told}`, paola));
	const days = [...html.matchAll(/<h3[^>]*><time datetime="([\d-]+)"[^>]*>([^<]+)/g)].map(([, ...day]) => day);
	expect(days).toEqual([
		['2026-11-20', 'venerdì 20 novembre'],
		['2026-11-23', 'ieri, lunedì 23 novembre'],
		['2026-11-24', 'oggi, martedì 24 novembre'],
	]);
	const words = wordsOf(html);
	expect(words).toMatch(/Paola Lei Messaggio 1, 9:02 /);
	expect(words).toMatch(/Marta assistenza Messaggio 2, 11:15 /);
	expect(words).toMatch(/Andrea collega Messaggio 4, 8:30 /);
	expect(wordsOf(shown(await page(`/tickets/${told}`, andrea)))).toMatch(/Andrea Lei Messaggio 4, 8:30 /);
});

test('what a mail program quoted is folded behind its own words, on both sides, and is all there', async () => {
	for (const [path, who] of [
		[`/tickets/${told}`, paola],
		[`/desk/tickets/${told}`, marta],
	] as const) {
		const html = shown(await page(path, who));
		const folded = [...html.matchAll(/<details class="folded[\s\S]*?<\/details>/g)].map(([details]) =>
			wordsOf(details),
		);
		expect(folded.find((words) => words.includes('Mostra il testo citato'))).toContain('chiuda il programma');
		expect(folded.find((words) => words.includes('Mostra la firma'))).toContain('Paola Ferri');
		expect(folded.find((words) => words.includes('Altri 4 passaggi'))).toContain('Rimesso in coda');
	}
});

test('what colleagues and support wrote since one was here is marked, once; what one wrote oneself never is', async () => {
	const ticket = await opened(paola);
	const isNew = async (who: typeof paola) => /<li class="news/.test(await page(`/tickets/${ticket}`, who));
	expect(await isNew(paola)).toBe(false);
	await says(paola, ticket, 'Aggiungo una cosa.');
	expect(await isNew(paola)).toBe(false);
	expect(await isNew(andrea)).toBe(false); // a colleague who was never here
	await says(andrea, ticket, 'La so anch’io.');
	await says(andrea, ticket, 'E un’altra.');
	const html = shown(await page(`/tickets/${ticket}`, paola));
	expect(wordsOf(html)).toContain('Ci sono 2 messaggi nuovi');
	expect(html.indexOf('<li class="news')).toBeGreaterThan(html.indexOf('id="message-2"'));
	expect(html.indexOf('<li class="news')).toBeLessThan(html.indexOf('id="message-3"'));
	expect(await isNew(paola)).toBe(false);
	await says(paola, ticket, 'Grazie.');
	expect(await isNew(andrea)).toBe(true);
});

test('of a long conversation the first message and the latest are shown, and all of it at its own address', async () => {
	const html = await page(`/tickets/${long}`, paola);
	const latest = Array.from({ length: 20 }, (_, nth) => 181 + nth);
	expect(messagesIn(html)).toEqual([1, ...latest]);
	expect(wordsOf(html)).toContain('Mostra anche gli altri 179 messaggi');
	expect(html).not.toContain('Parola 180.');

	const whole = await page(`/tickets/${long}?whole`, paola);
	expect(messagesIn(whole)).toEqual(Array.from({ length: 200 }, (_, nth) => nth + 1));
	expect(whole).not.toContain('Mostra anche gli altri');
	for (const nth of [1, 180, 200]) expect(whole).toContain(`Parola ${nth}`);
	expect(messagesIn(await page(`/desk/tickets/${long}`, marta))).toHaveLength(200);
	expect(await page(`/tickets/${long}?whole`, chiara)).toMatch(/^404 /);
});

const attacks = [
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'"><svg/onload=alert(1)>',
	"'-alert(1)-'",
	'</script><script>alert(1)</script>',
	'[x](javascript:alert(1))',
	'<a href="javascript:alert(1)">x</a>',
	'</details></article><iframe srcdoc="x">',
	'> <script>alert(1)</script>',
	'-- \n<img src=x onerror=alert(1)>',
	'Da: <script>alert(1)</script>\nInviato: x\nOggetto: y',
	'```\n</code></pre><script>alert(1)</script>\n```',
	'{@html alert(1)} {{constructor}}',
];
/** What only an attack would have brought: elements and attributes that no page of ours has. */
const harm =
	/<script>alert|<img src=x|<svg\/onload|<iframe|<[a-z]+(?:\s+[\w-]+(?:="[^"]*")?)*\s+on(?:error|load)=|<a\b[^<>]*\shref="javascript:/i;

test('whatever is written, in a text, in the name of a file or of a person, stays text', async () => {
	const rename = (name: string) => desk.db.updateTable('account').set({ name }).where('id', '=', andrea.id).execute();
	const ticket = await opened(andrea, { subject: attacks.join(' ').slice(0, 150) });
	for (const attack of attacks) {
		const names = [`${attack.replaceAll(/[/\n]/g, ' ')}.txt`, `${attack.replaceAll(/[/\n]/g, ' ')}.png`];
		const files = await Promise.all(names.map((name) => upload(desk, name, name)));
		const asPicture = files.map((file, at) => ({ ...file, mediaType: at ? 'image/png' : file.mediaType }));
		granted(await replyAsCustomer(desk, andrea, { ...saying(ticket, attack), files: asPicture }));
		granted(await addNote(desk, marta, { ...on(ticket), text: attack }));
	}
	for (const name of attacks) {
		await rename(name);
		for (const html of [await page(`/tickets/${ticket}`, paola), await page(`/desk/tickets/${ticket}`, marta)]) {
			expect(html).toMatch(/^200 /);
			expect(harm.exec(html)?.[0]).toBeUndefined();
		}
	}
	const html = shown(await page(`/tickets/${ticket}`, paola));
	expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
	expect(html).not.toContain('nota interna');
	await rename('Andrea');
});
