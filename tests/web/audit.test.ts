import { expect, test } from 'vitest';
import { record } from '#lib/server/db/audit-log.ts';
import { createCustomer } from '#lib/server/use-cases/create-customer.ts';
import { giveAccount, PASSWORD, signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key, testHouse } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const web = await startWeb(testing);
const { paola, chiara } = await testHouse(desk);
const ada = await giveStaff(desk, 'ada', 'administrator');
const rina = await giveAccount(desk, { role: 'user', username: 'rina', customer: chiara.customer });
const cookie = await signedIn(desk, ada);

const pageOf = async (path: string, headers = {}) => {
	const answer = await web.fetch(path, { headers: { cookie, ...headers }, redirect: 'manual' });
	return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
};
const keysIn = (html: string) => [...html.matchAll(/id="entry-(\d+)"/g)].map(([, id]) => Number(id));
const download = async (query = '') => {
	const answer = await web.fetch(`/admin/audit/csv${query}`, {
		method: 'POST',
		headers: { cookie, origin: web.origin },
	});
	return {
		status: answer.status,
		headers: answer.headers,
		text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()),
	};
};
const signIn = (name: string, password: string) =>
	web.fetch('/login', {
		method: 'POST',
		headers: {
			origin: web.origin,
			'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
		},
		body: new URLSearchParams({ name, password }),
		redirect: 'manual',
	});
const at = await desk.clock.now(desk.db);
const signInsOf = (account: number, times: number) =>
	desk.db.transaction().execute(async (tx) => {
		for (let nth = 0; nth < times; nth++)
			await record(tx, desk, { at: at.add({ hours: nth }), verb: 'signed-in', by: account, about: { account } });
	});

test('a refused sign-in and one that was let in tell from where, and what was typed wrongly is nowhere', async () => {
	await signIn('rina', 'sbagliatissima');
	await signIn('una-password-scritta-nel-campo-del-nome', 'x');
	await signIn('rina', PASSWORD);
	const { html } = await pageOf('/admin/audit?area=sign-in');
	expect(html).toContain('motivo: password sbagliata');
	expect(html).toContain('motivo: nome sconosciuto');
	expect(html).toContain('Firefox su Linux');
	expect(html).toContain(`href="/admin/accounts/${rina}"`);
	expect(html).not.toMatch(/sbagliatissima|una-password-scritta|cavallo-batteria/);
});

test('entries come newest first, fifty to a page, and the next page goes on where it ended', async () => {
	await signInsOf(paola.id, 70);
	const first = await pageOf(`/admin/audit?account=${paola.id}`);
	expect(first.html).toContain('Togli Paola');
	const older =
		/href="(\/admin\/audit\?account=\d+&amp;before=\d+)"/.exec(first.html)?.[1]?.replace('&amp;', '&') ?? '';
	const second = await pageOf(older);
	const keys = [...keysIn(first.html), ...keysIn(second.html)];
	expect(keysIn(first.html)).toHaveLength(50);
	expect(keys).toHaveLength(70);
	expect(keys).toEqual(keys.toSorted((a, b) => b - a));
	expect(second.html).toContain('Torna alle più recenti');
});

test('a name that is clear leads to the person, one that is not asks which', async () => {
	expect(await pageOf('/admin/audit?person=rina&area=&from=')).toMatchObject({
		status: 303,
		location: `/admin/audit?account=${rina}`,
	});
	const { html } = await pageOf('/admin/audit?person=example.it');
	expect(html).toContain('Quale «example.it»?');
	expect(html).toContain(`href="/admin/audit?account=${rina}"`);
	expect(keysIn(html)).toEqual([]);
	expect((await pageOf('/admin/audit?of=nessuno%20al%20mondo')).html).toContain('Non c’è nessuno che si chiami');
});

test('days, address and subject narrow it down, and what cannot be understood is said beside its field', async () => {
	const oneDay = await pageOf(`/admin/audit?account=${paola.id}&from=2026-11-24&until=2026-11-24`);
	expect(keysIn(oneDay.html)).toHaveLength(24);
	expect(keysIn((await pageOf('/admin/audit?address=203.0.113.9')).html)).toEqual([]);
	for (const asked of ['area=queue', 'address=casa', 'from=2026-02-31', 'from=2026-11-24&until=2026-11-23']) {
		const { status, html } = await pageOf(`/admin/audit?${asked}`);
		expect([asked, status, keysIn(html).length]).toEqual([asked, 200, 0]);
		expect(html).toContain('aria-invalid="true"');
	}
});

test('the file has what the page is filtered by, without formulas, and is itself in the log', async () => {
	granted(
		await createCustomer(desk, ada, { ...key(), name: '=HYPERLINK("https://example")', colleaguesSeeTickets: true }),
	);
	const { status, headers, text } = await download('?area=customers');
	expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="registro-accessi.csv"']);
	const [header, line] = text.split('\r\n');
	expect(header).toBe('\uFEFFQuando;Chi;Che cosa;Riguarda;Dettagli;Indirizzo;Browser');
	expect(line).toBe(
		`2026-11-23T09:00:00+01:00;Ada;Cliente aggiunto;"'=HYPERLINK(""https://example"")";i colleghi vedono i ticket: sì;;`,
	);
	expect((await recorded(desk, 'audit-exported')).at(-1)).toMatchObject({
		actor: ada.id,
		details: { entries: 1, filter: '?area=customers' },
	});
});

test('a file of more than is read at once is whole and in order', async () => {
	await signInsOf(chiara.id, 2_100);
	const { text } = await download(`?account=${chiara.id}`);
	const lines = text.split('\r\n').slice(1, -1);
	expect(lines).toHaveLength(2_100);
	expect(lines).toEqual(lines.toSorted().reverse());
});

test('the pages of a person and of a customer lead to their entries', async () => {
	expect((await pageOf(`/admin/accounts/${rina}`)).html).toContain(`href="/admin/audit?account=${rina}"`);
	const { html } = await pageOf(`/admin/audit?customer=${chiara.customer}&until=2026-11-23`);
	expect((await pageOf(`/admin/customers/${chiara.customer}`)).html).toContain(
		`href="/admin/audit?customer=${chiara.customer}"`,
	);
	expect([html.includes('Rina'), html.includes('Paola')]).toEqual([true, false]);
});
