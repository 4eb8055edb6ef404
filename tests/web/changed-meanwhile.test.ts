import { beforeEach, expect, test } from 'vitest';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, granted, key, saying, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, davide } = await testHouse(desk);
const { inHand } = begin(desk, product);
const web = await startWeb(testing);
const cookie = await signedIn(desk, marta);

beforeEach(() => forgetTickets(desk));

const seenIn = (html: string) => new Set(html.match(/(?<=name="seen" value=")[^"]*/g));
const page = async (ticket: number) =>
	(await web.fetch(`/desk/tickets/${ticket}`, { headers: { cookie, accept: 'text/html' } })).text();

test('a reply to a ticket that has changed meanwhile comes back with what is new above it, and goes when it is sent again', async () => {
	const ticket = await inHand(paola, marta);
	const before = await page(ticket);
	const [seen = '', ...others] = seenIn(before);
	expect([seen, others, wordsOf(before).includes('Novità da quando')]).toEqual([expect.any(String), [], false]);

	granted(await replyAsCustomer(desk, paola, saying(ticket, 'Dimenticavo: solo sulla copia.')));
	granted(await addNote(desk, davide, saying(ticket, 'Lo ha detto anche a voce.')));
	const reply = { ...key(), text: 'Apra il file sul desktop.', seen };
	const answer = await post(web, `/desk/tickets/${ticket}?/reply`, reply, { cookie });
	const html = await answer.text();
	expect(answer.status).toBe(409);
	const words = wordsOf(html);
	const news = words.slice(words.indexOf('Novità da quando ha aperto la pagina'));
	expect(news).toContain('Paola ha scritto');
	expect(news).toContain('Davide ha aggiunto una nota interna');
	expect(news.indexOf('Dimenticavo: solo sulla copia.')).toBeLessThan(news.indexOf('il ticket è cambiato'));
	expect(html).toContain('Apra il file sul desktop.</textarea>');

	const [now = ''] = seenIn(html);
	expect(now).not.toBe(seen);
	const again = await post(web, `/desk/tickets/${ticket}?/reply`, { ...reply, seen: now }, { cookie });
	expect([again.status, again.headers.get('location')]).toEqual([303, `/desk/tickets/${ticket}?done=reply#done`]);
});

test('an internal note is never held back', async () => {
	const ticket = await inHand(paola, marta);
	const [seen = ''] = seenIn(await page(ticket));
	granted(await replyAsCustomer(desk, paola, saying(ticket)));
	const answer = await post(web, `/desk/tickets/${ticket}?/note`, { ...key(), text: 'Sentito.', seen }, { cookie });
	expect(answer.status).toBe(303);
});
