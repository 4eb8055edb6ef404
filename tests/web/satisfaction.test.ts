import { beforeEach, describe, expect, test } from 'vitest';
import { textLimits } from '#lib/domain/limits.ts';
import { signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, everything, forgetTickets, key, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, andrea, chiara, tommaso, marta } = await testHouse(desk);
const { opened, inHand, solved } = begin(desk, product);
const web = await startWeb(testing);
const people = { paola, andrea, chiara, tommaso, marta };
type Who = keyof typeof people;
const cookies = new Map<Who, string>();
const question = 'L’assistenza su questo ticket ha risposto a quello che Le serviva?';
const canary = 'canarino-tra-i-rami';

beforeEach(async () => {
	await forgetTickets(desk);
	clock.set(MONDAY_MORNING);
	for (const who of Object.keys(people) as Who[]) cookies.set(who, await signedIn(desk, people[who]));
});

const get = (who: Who, path: string, accept = 'text/html') =>
	web.fetch(path, { headers: { cookie: cookies.get(who) ?? '', accept } });
const read = async (who: Who, path: string) => (await get(who, path)).text();
const rate = (who: Who, ticket: number, fields: Record<string, string>) =>
	post(web, `/tickets/${ticket}?/rate`, { ...key(), words: '', ...fields }, { cookie: cookies.get(who) ?? '' });

describe('without JavaScript', () => {
	test('the question is there once the ticket is resolved, and not before', async () => {
		expect(await read('paola', `/tickets/${await inHand(paola, marta)}`)).not.toContain(question);
		await forgetTickets(desk);
		const html = await read('paola', `/tickets/${await solved(paola, marta)}`);
		expect(html.split(question)).toHaveLength(2);
		expect(html.match(/type="radio" name="score"/g)).toHaveLength(5);
	});

	test('an answer is thanked for, shown with its day of no return, and can be changed', async () => {
		const ticket = await solved(paola, marta);
		const answer = await rate('paola', ticket, { score: '4', words: 'Bene & presto' });
		expect(answer.headers.get('location')).toBe(`/tickets/${ticket}?rated#satisfaction`);
		const html = await read('paola', `/tickets/${ticket}?rated`);
		expect(wordsOf(html)).toContain('Grazie: la risposta è arrivata.');
		expect(wordsOf(html)).toContain('Può cambiarla fino a lunedì 30 novembre alle 9:00.');
		expect(html).toMatch(/<input[^>]*value="4"[^>]*checked/);
		expect(html).toContain('Bene &amp; presto</textarea>');

		await rate('paola', ticket, { score: '2' });
		expect(wordsOf(await read('paola', `/tickets/${ticket}`))).toContain('Poco');
	});

	test('once it stands there is no form any more; one sent all the same is refused in words, and keeps its text', async () => {
		const ticket = await solved(paola, marta);
		await rate('paola', ticket, { score: '4' });
		clock.advance({ hours: 7 * 24 });
		cookies.set('paola', await signedIn(desk, paola));
		const html = await read('paola', `/tickets/${ticket}`);
		expect(html).not.toContain('name="score"');
		expect(wordsOf(html)).toContain('Quasi del tutto');
		const late = await rate('paola', ticket, { score: '1', words: 'Ci ho ripensato.' });
		const back = await late.text();
		expect(late.status).toBe(409);
		expect(wordsOf(back)).toContain('La risposta si può cambiare per 7 giorni');
		expect(back).toContain('Ci ho ripensato.</textarea>');
	});

	test.each([
		['no step', {}, 'Scelga uno dei cinque gradini'],
		['a step there is not', { score: '6' }, 'Scelga uno dei cinque gradini'],
		['half a step', { score: '2.5' }, 'Scelga uno dei cinque gradini'],
		['a text too long', { score: '3', words: 'x'.repeat(textLimits.satisfaction + 1) }, 'al massimo 2000 caratteri'],
	])('%s is refused beside its field, and nothing typed is lost', async (_, fields, said) => {
		const ticket = await solved(paola, marta);
		await read('paola', `/tickets/${ticket}`);
		const before = await everything(desk);
		const answer = await rate('paola', ticket, { words: 'Il perché', ...fields });
		const html = await answer.text();
		expect(answer.status).toBe(400);
		expect(wordsOf(html)).toContain(said);
		expect(html).toMatch('words' in fields ? /x{2001}<\/textarea>/ : /Il perché<\/textarea>/);
		expect(await everything(desk)).toBe(before);
	});
});

describe('whose it is', () => {
	test('another customer’s user, a colleague without sight and staff find nothing to rate', async () => {
		const ours = await solved(paola, marta);
		const theirs = await solved(chiara, marta);
		const missing = await rate('paola', 999, { score: '3' });
		const before = await everything(desk);
		for (const [who, ticket] of [
			['chiara', ours],
			['tommaso', theirs],
			['marta', ours],
		] as const) {
			const answer = await rate(who, ticket, { score: '3' });
			expect([who, answer.status]).toEqual([who, missing.status]);
		}
		expect(missing.status).toBe(404);
		expect(await everything(desk)).toBe(before);
	});

	test('what one says is in no byte that a colleague or another customer is sent', async () => {
		const ticket = await solved(paola, marta);
		await opened(chiara);
		await rate('paola', ticket, { score: '1', words: canary });
		expect(await read('paola', `/tickets/${ticket}`)).toContain(canary);
		expect(await read('marta', `/desk/tickets/${ticket}`)).toContain(canary);
		for (const who of ['andrea', 'chiara', 'tommaso'] as const) {
			for (const path of ['/', '/tickets', `/tickets/${ticket}`, `/tickets/${ticket}/__data.json`]) {
				expect(await read(who, path), `${who} ${path}`).not.toContain(canary);
			}
		}
	});

	test('the desk reads who said what and when', async () => {
		const ticket = await solved(paola, marta);
		expect(wordsOf(await read('marta', `/desk/tickets/${ticket}`))).toContain('Nessuno ha ancora risposto.');
		await rate('paola', ticket, { score: '5', words: 'Ottimo' });
		await rate('andrea', ticket, { score: '1' });
		const words = wordsOf(await read('marta', `/desk/tickets/${ticket}`));
		expect(words).toMatch(/Del tutto +Ottimo +Paola, oggi alle 9:00/);
		expect(words).toMatch(/Per nulla +Andrea, oggi alle 9:00/);
	});
});
