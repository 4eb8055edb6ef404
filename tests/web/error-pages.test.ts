import { afterEach, expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola, marta } = await testHouse(desk);
const web = await startWeb(testing);
const elena = await giveStaff(desk, 'elena', 'administrator');
const cookies: Record<string, string> = {
	visitor: '',
	paola: await signedIn(desk, paola),
	marta: await signedIn(desk, marta),
	elena: await signedIn(desk, elena),
};

const asked = (who: string) => ({ headers: { accept: 'text/html', cookie: cookies[who] ?? '' } });
const backOf = (html: string) =>
	new Set([...html.matchAll(/name="back" value="([^"]*)"/g)].map(([, back]) => back?.replaceAll('&amp;', '&')));
const placesIn = (html: string) => {
	const navigation = /<nav.*<\/nav>/s.exec(html)?.[0] ?? '';
	return [...navigation.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
};

let mend = async () => {};
afterEach(() => mend());

async function breakTable(table: string): Promise<void> {
	await desk.db.schema.alterTable(table).renameTo(`${table}_away`).execute();
	mend = async () => {
		mend = async () => {};
		await desk.db.schema.alterTable(`${table}_away`).renameTo(table).execute();
	};
}

const places = {
	visitor: [],
	customer: ['/', '/tickets', '/tickets/new'],
	desk: ['/desk', '/desk/queue', '/desk/order'],
	admin: ['/admin', '/admin/products', '/admin/staff', '/admin/policy'],
} as const;

const shown = [
	{ who: 'visitor', path: '/nothing/here?a=1&b=2', status: 404, in: 'visitor' },
	{ who: 'paola', path: '/nothing/here?a=1&b=2', status: 404, in: 'customer' },
	{ who: 'paola', path: '/desk/queue', status: 404, in: 'customer' },
	{ who: 'paola', path: '/tickets/999999', status: 404, in: 'customer' },
	{ who: 'marta', path: '/nothing', status: 404, in: 'desk' },
	{ who: 'marta', path: '/tickets/new', status: 404, in: 'desk' },
	{ who: 'marta', path: '/desk/tickets/999999', status: 404, in: 'desk' },
	{ who: 'elena', path: '/admin/mail/999999', status: 404, in: 'admin' },
	{ who: 'visitor', path: '/setup/x', status: 500, in: 'visitor', without: 'setup_link' },
	{ who: 'paola', path: '/tickets?state=resolved', status: 500, in: 'customer', without: 'queue_entry' },
	{ who: 'marta', path: '/desk/queue', status: 500, in: 'desk', without: 'queue_entry' },
	{ who: 'elena', path: '/admin/products', status: 500, in: 'admin', without: 'product' },
] as const;

test.each(shown)('$status of $path for $who stands among the places of theirs', async (page) => {
	if ('without' in page) await breakTable(page.without);
	const answer = await web.fetch(page.path, asked(page.who));
	const html = await answer.text();
	expect(answer.status).toBe(page.status);
	expect(placesIn(html)).toEqual(expect.arrayContaining([...places[page.in]]));
	expect(html.includes('<nav')).toBe(page.in !== 'visitor');
	expect(wordsOf(html)).toMatch(/Numero di riferimento: +[0-9a-z]{4}-[0-9a-z]{4} /);
	expect(html).toContain(`href="${page.in === 'visitor' || page.in === 'customer' ? '/' : '/desk'}"`);
});

test.each(shown)('$status of $path for $who leads back to what was asked for', async (page) => {
	if ('without' in page) await breakTable(page.without);
	const html = await (await web.fetch(page.path, asked(page.who))).text();
	expect(backOf(html)).toEqual(new Set([page.path]));
});

test.each(shown)('$status of $path for $who loads no more than other pages there', async (page) => {
	if ('without' in page) await breakTable(page.without);
	const answer = await web.fetch(page.path, asked(page.who));
	const loaded = `${answer.headers.get('link')} ${await answer.text()}`;
	const isOfDesk = page.path.startsWith('/desk') || page.path.startsWith('/admin');
	expect(loaded.includes('/_app/immutable/entry/')).toBe(isOfDesk && page.in !== 'customer');
});

test('what was sent and refused leads back to the page of the form', async () => {
	const nowhere = await post(web, '/tickets/999999?/reply', {}, { cookie: cookies.paola ?? '' });
	expect([nowhere.status, ...backOf(await nowhere.text())]).toEqual([404, '/tickets/999999']);
	const foreign = await post(web, '/login', { name: 'paola' }, { origin: 'https://elsewhere.example' });
	expect([foreign.status, ...backOf(await foreign.text())]).toEqual([403, '/login']);
	const unread = await web.fetch('/preferences', {
		method: 'POST',
		body: '{}',
		headers: { 'content-type': 'text/plain', ...asked('paola').headers },
	});
	const html = await unread.text();
	expect([unread.status, ...backOf(html)]).toEqual([400, '/preferences']);
	expect(html).toContain('href="/tickets/new"');
});

test('nobody is led elsewhere by a header of their own', async () => {
	const headers = { ...asked('paola').headers, 'x-address': '/desk', 'x-refusal': '403' };
	const answer = await web.fetch('/nothing', { headers });
	expect([answer.status, ...backOf(await answer.text())]).toEqual([404, '/nothing']);
});
