import { beforeEach, expect, test } from 'vitest';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { everything, forgetTickets, giveProduct, giveStaff, granted, key, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, giulia } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const other = await giveProduct(desk, 'Mappale');
const web = await startWeb(testing);
const cookies = {
	paola: await signedIn(desk, paola),
	marta: await signedIn(desk, marta),
	giulia: await signedIn(desk, giulia),
	elena: await signedIn(desk, elena),
};
type Who = keyof typeof cookies;

beforeEach(() => forgetTickets(desk));

const path = `/admin/accounts/${marta.id}`;
const html = async (address = path) =>
	(await web.fetch(address, { headers: { cookie: cookies.elena, accept: 'text/html' } })).text();
const save = (who: Who, chosen: [string, string][], account = path) =>
	web.fetch(`${account}?/coverage`, {
		method: 'POST',
		body: new URLSearchParams([...Object.entries(key()), ...chosen]),
		headers: { cookie: cookies[who], accept: 'text/html' },
	});
const isTicked = (page: string, value: number | string) => new RegExp(`value="${value}"[^>]* checked`).test(page);
const coverage = async () =>
	(await desk.db.selectFrom('queue_agent').select('covers').where('agent', '=', marta.id).executeTakeFirst())?.covers;

test('an agent covers all, until some are chosen; whether on duty is shown', async () => {
	expect(isTicked(await html(), 'all')).toBe(true);
	expect(wordsOf(await html())).toContain('Ora non è in servizio.');
	granted(await goOnDuty(desk, marta, key()));
	expect(wordsOf(await html())).toContain('Ora è in servizio.');

	const chosen: [string, string][] = [
		['coverage', 'chosen'],
		['products', String(other)],
	];
	expect((await save('elena', chosen)).headers.get('location')).toBe(`${path}?done=coverage-changed`);
	expect(await coverage()).toEqual([other]);
	const page = await html(`${path}?done=coverage-changed`);
	expect([isTicked(page, 'chosen'), isTicked(page, other), isTicked(page, product)]).toEqual([true, true, false]);
	expect(wordsOf(page)).toContain('I software seguiti sono stati salvati.');

	// What is ticked below does not count where all are covered.
	await save('elena', [
		['coverage', 'all'],
		['products', String(other)],
	]);
	expect(await coverage()).toBeNull();
});

test('none chosen is refused beside the boxes, and the choice stays', async () => {
	const answer = await save('elena', [['coverage', 'chosen']]);
	const page = await answer.text();
	expect(answer.status).toBe(409);
	expect(page).toMatch(/<a href="#products">/);
	expect(isTicked(page, 'chosen')).toBe(true);
	expect(await coverage()).toBeUndefined();
});

test('only administrators say what is covered, and a user of a customer covers nothing', async () => {
	const before = await everything(desk);
	const chosen: [string, string][] = [
		['coverage', 'chosen'],
		['products', String(other)],
	];
	for (const who of ['paola', 'marta', 'giulia'] as const) expect((await save(who, chosen)).status).toBe(404);
	const visitor = await post(web, `${path}?/coverage`, { coverage: 'all', ...key() });
	expect(visitor.headers.get('location')).toMatch(/^\/login\?next=/);
	expect((await save('elena', chosen, `/admin/accounts/${paola.id}`)).status).toBe(409);
	expect(await html(`/admin/accounts/${paola.id}`)).not.toContain('?/coverage');
	expect(await everything(desk)).toBe(before);
});
