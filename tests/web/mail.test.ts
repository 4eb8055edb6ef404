import { expect, test } from 'vitest';
import type { StoredReceipt } from '#lib/domain/receipt-json.ts';
import { notify } from '#lib/server/db/mail-out.ts';
import { giveAccount, signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { begin, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const web = await startWeb(testing);
const house = await testHouse(desk);
const { paola, chiara, marta } = house;
const { opened } = begin(desk, house.product);
const id = await giveAccount(desk, { role: 'administrator', username: 'rita' });
const cookie = await signedIn(desk, { id, role: 'administrator' });

const receipt: StoredReceipt = {
	placedAt: '2026-11-23T08:00:00Z',
	timeZone: 'Europe/Rome',
	countedDays: ['2026-11-24'],
	skippedDays: [],
	lapsesAt: '2026-11-24T23:00:00Z',
};
const pageOf = async (path: string) => {
	const answer = await web.fetch(path, { headers: { cookie } });
	return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
};
const linksIn = (html: string) => [...html.matchAll(/href="\/admin\/mail\/(\d+)"/g)].map(([, key]) => Number(key));

const empty = await pageOf('/admin/mail');

const at = await clock.now(desk.db);
const first = await opened(paola, { subject: 'Il file <b>test</b> & "altro"' });
const second = await opened(chiara);
await desk.db.transaction().execute(async (tx) => {
	const told = { to: 'customer', at } as const;
	const asked = { kind: 'hold-placed', data: { receipt, missing: ['other'], text: '<script>x</script>' } } as const;
	for (let nth = 0; nth < 51; nth++) await notify(tx, { ...told, ...asked, ticket: first });
	await notify(tx, { ...told, kind: 'lapsed', ticket: second, data: { receipt } });
	await notify(tx, { kind: 'handed-over', to: marta.id, at, ticket: second, data: {} });
});

test('before anything is written, the list says what will come there', () => {
	expect(empty.html).toContain('Nessuna comunicazione, finora');
	expect(empty.html).not.toContain('name="person"');
});

test('notices come newest first, fifty to a page, and the next page has the rest', async () => {
	const newest = await pageOf('/admin/mail');
	expect(newest.html).toContain('nessuna di queste comunicazioni è stata spedita');
	const keys = linksIn(newest.html);
	expect(keys).toHaveLength(50);
	expect(keys).toEqual(keys.toSorted((a, b) => b - a));

	const older = /href="(\/admin\/mail\?before=\d+)"/.exec(newest.html)?.[1] ?? '';
	const rest = await pageOf(older);
	expect(linksIn(rest.html)).toHaveLength(3);
	expect(rest.html).not.toContain('rel="next"');
	expect(rest.html).toContain('Torna alle più recenti');
});

test('each filter is an address; what was left empty is not asked', async () => {
	expect(linksIn((await pageOf('/admin/mail?kind=lapsed')).html)).toHaveLength(1);
	expect(linksIn((await pageOf(`/admin/mail?ticket=${second}`)).html)).toHaveLength(2);
	expect(linksIn((await pageOf('/admin/mail?person=MARTA')).html)).toHaveLength(1);
	expect((await pageOf(`/admin/mail?person=marta&ticket=${first}`)).html).toContain(
		'Nessuna comunicazione corrisponde',
	);
	expect((await pageOf('/admin/mail?person=marta')).html).toContain('value="marta"');

	const sent = await pageOf(`/admin/mail?kind=&ticket=${second}&person=`);
	expect([sent.status, sent.location]).toEqual([303, `/admin/mail?ticket=${second}`]);
});

test.each([
	['ticket=abc', 'Numero del ticket: Scriva soltanto il numero del ticket', 'value="abc"'],
	[
		'ticket=99999999999999999999',
		'Numero del ticket: Scriva soltanto il numero del ticket',
		'value="99999999999999999999"',
	],
	['kind=xx&person=marta', 'Non c’è una comunicazione di tipo «xx»', 'value="marta"'],
])(
	'what cannot be looked for lists nothing: with %s the page says why, and keeps what was typed',
	async (asked, why, kept) => {
		const { status, html } = await pageOf(`/admin/mail?${asked}`);
		expect(status).toBe(200);
		expect(html).toContain(why);
		expect(html).toContain(kept);
		expect(html).toContain('role="alert"');
		expect(linksIn(html)).toEqual([]);
		expect(html).not.toContain('Nessuna comunicazione');
	},
);

test('one is read whole, as its receiver gets it: with addresses, and nothing of it is markup', async () => {
	const [key] = linksIn((await pageOf(`/admin/mail?ticket=${first}`)).html);
	const { html } = await pageOf(`/admin/mail/${key}`);
	expect(html).toContain(`${web.origin}/tickets/${first}`);
	expect(html).toContain('Gentile Paola,');
	expect(html).toContain('paola@example.it');
	expect(html).toContain('Il file &lt;b>test&lt;/b> &amp; "altro"');
	expect(html).not.toMatch(/<b>test|<script>x/);
	expect((await pageOf('/admin/mail/999999')).status).toBe(404);
	expect((await pageOf('/admin/mail/x')).status).toBe(404);
});

test('whoever does not administer finds nothing there', async () => {
	for (const viewer of [paola, marta]) {
		const other = await signedIn(desk, viewer);
		for (const path of ['/admin/mail', '/admin/mail/1']) {
			expect((await web.fetch(path, { headers: { cookie: other } })).status).toBe(404);
		}
	}
});

test('a notice is shown as mail programs show it: in a frame that runs and fetches nothing, what people wrote escaped', async () => {
	const [key] = linksIn((await pageOf(`/admin/mail?ticket=${first}`)).html);
	const { html } = await pageOf(`/admin/mail/${key}`);
	expect(html).toContain(`src="/admin/mail/${key}/html"`);

	const shown = await web.fetch(`/admin/mail/${key}/html`, { headers: { cookie } });
	expect(shown.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none';/);
	const mail = await shown.text();
	expect(mail).toContain('&lt;script&gt;x&lt;/script&gt;');
	expect(mail).toContain('Il file &lt;b&gt;test&lt;/b&gt; &amp; &quot;altro&quot;');
	expect(mail).toContain(`href="${web.origin}/tickets/${first}"`);
});
