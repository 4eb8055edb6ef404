import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { prepareSetupLink } from '#lib/server/auth/setup-link.ts';
import { createLogger } from '#platform/logging.ts';
import { giveAccount, PASSWORD, signedIn } from '../support/accounts.ts';
import { cookiesOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const lines: Record<string, unknown>[] = [];
const logger = createLogger({ logLevel: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
const web = await startWeb(testing, { logger, environment: { ORIGIN: 'https://desk.example.it' } });
const here = `http://127.0.0.1:${web.configuration.port}`;
const origin = 'https://desk.example.it';
const ask = (path: string, init: RequestInit = {}) =>
	fetch(`${here}${path}`, { redirect: 'manual', ...init, headers: { accept: 'text/html', ...init.headers } });
const carlo = await giveAccount(desk, { role: 'agent', username: 'carlo' });
const cookie = (await signedIn(desk, { id: carlo, role: 'agent' })).replace('sportello=', '__Host-sportello=');

test.each(['/login', '/nothing', '/healthz', '/favicon.svg', '/desk'])(
	'%s carries the headers that keep a browser strict',
	async (path) => {
		const { headers } = await ask(path);
		expect(Object.fromEntries(headers)).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'strict-transport-security': 'max-age=63072000',
			'permissions-policy': expect.stringContaining('camera=()'),
			'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
		});
	},
);

test.each([
	['/desk', true],
	['/login', false],
])('%s runs scripts of ours and those that carry its nonce, and nothing else', async (path, hasInline) => {
	const answer = await ask(path, { headers: hasInline ? { cookie } : {} });
	const policy = answer.headers.get('content-security-policy') ?? '';
	const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
	expect(nonce !== undefined).toBe(hasInline);
	expect(policy).not.toMatch(/'unsafe-(inline|eval)'/);
	expect(policy.split('; ')).toEqual(
		expect.arrayContaining([
			"default-src 'self'",
			nonce ? `script-src 'self' 'nonce-${nonce}'` : "script-src 'self'",
			"style-src 'self'",
			"img-src 'self' data: blob:",
			"object-src 'none'",
			"base-uri 'none'",
			"form-action 'self'",
		]),
	);
	const html = await answer.text();
	const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
	expect(scripts).not.toHaveLength(0);
	for (const tag of scripts) expect(tag).toMatch(nonce ? `nonce="${nonce}"` : /src="\/_app\//);
	expect(html).not.toMatch(/\sstyle="|<style|\son\w+="/);
});

test('what is made for one person is kept by no cache', async () => {
	for (const path of ['/desk', '/login', '/nothing']) {
		expect((await ask(path, { headers: { cookie } })).headers.get('cache-control') ?? 'no-store').toMatch(/no-store/);
	}
});

test('behind https the cookie is for this host only', async () => {
	const body = new URLSearchParams({ name: 'carlo', password: PASSWORD });
	const answer = await ask('/login', { method: 'POST', body, headers: { origin } });
	expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-sportello=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
	expect((await ask('/desk', { headers: { cookie: cookiesOf(answer) } })).status).toBe(200);
	expect((await ask('/desk', { headers: { cookie: cookiesOf(answer).replace('__Host-', '') } })).status).toBe(303);
});

test('each request is one line, without address, query, words or secrets', async () => {
	lines.length = 0;
	await ask('/activate/secret-token?query=secret-query');
	await ask('/desk', { headers: { cookie } });
	const body = new URLSearchParams({ name: 'secret-name', password: 'secret-password' });
	await ask('/login?next=/secret-next', { method: 'POST', body, headers: { origin } });
	await ask('/secret-path');
	expect(lines.map(({ msg, method, route, status, account }) => ({ msg, method, route, status, account }))).toEqual([
		{ msg: 'request', method: 'GET', route: '/(visitor)/activate/[token]', status: 200 },
		{ msg: 'request', method: 'GET', route: '/desk', status: 200, account: carlo },
		{ msg: 'request', method: 'POST', route: '/(visitor)/login', status: 400 },
		{ msg: 'request', method: 'GET', route: '/[...path]', status: 404 },
	]);
	for (const line of lines) {
		expect(line).toMatchObject({
			reference: expect.stringMatching(/^[0-9a-z]{4}-[0-9a-z]{4}$/),
			ms: expect.any(Number),
		});
	}
	expect(JSON.stringify(lines)).not.toMatch(/secret|sportello=/);
});

test('what breaks is told by a reference that stands in the log beside the stack', async () => {
	lines.length = 0;
	await desk.db.schema.alterTable('setup_link').renameTo('setup_link_away').execute();
	const answer = await ask('/setup/secret-token').finally(() =>
		desk.db.schema.alterTable('setup_link_away').renameTo('setup_link').execute(),
	);
	expect(answer.status).toBe(500);
	const [failed, request] = lines;
	expect(failed).toMatchObject({ msg: 'failed', err: { stack: expect.stringContaining('setup_link') } });
	expect(request).toMatchObject({ msg: 'request', status: 500, reference: failed?.reference });
	expect(await answer.text()).toContain(failed?.reference);
	expect(JSON.stringify(lines)).not.toContain('secret');
});

test('with nothing to look a session up in, the page of last resort has the reference, in both languages', async () => {
	await desk.db.schema.alterTable('session').renameTo('session_away').execute();
	lines.length = 0;
	const answers = await Promise.all([
		ask('/desk', { headers: { cookie } }),
		ask('/desk', { headers: { cookie: `${cookie}; language=en` } }),
	]).finally(() => desk.db.schema.alterTable('session_away').renameTo('session').execute());
	const [italian = '', english = ''] = await Promise.all(answers.map((answer) => answer.text()));
	expect(answers.map(({ status }) => status)).toEqual([500, 500]);
	expect(italian).toContain('Ci scusiamo');
	expect(english).toContain('We are sorry');
	const failed = lines.filter(({ msg }) => msg === 'failed').map(({ reference }) => reference);
	for (const page of [italian, english]) expect(failed).toContain(/: (\w{4}-\w{4})\./.exec(page)?.[1]);
	const [style = ''] = /\/error\.css/.exec(italian) ?? [];
	expect((await ask(style)).headers.get('content-type')).toContain('text/css');
	expect(italian).not.toMatch(/\sstyle="|<style/);
});

test('who goes away in the middle of a form is no failure of ours', async () => {
	lines.length = 0;
	const socket = connect(web.configuration.port, '127.0.0.1');
	socket.write(`POST /login HTTP/1.1\r\nHost: desk\r\nOrigin: ${origin}\r\nContent-Length: 1000\r\n`);
	socket.write('Content-Type: application/x-www-form-urlencoded\r\n\r\nname=');
	setTimeout(() => socket.destroy(), 200);
	await vi.waitFor(() => expect(lines).not.toEqual([]), 10_000);
	expect(lines).toEqual([expect.objectContaining({ level: 'info', msg: 'request', status: 499 })]);
});

test.each(['/login', `/setup/${await prepareSetupLink(desk)}`, '/activate/x', '/preferences'])(
	'%s reads no more than a form of its kind can hold',
	async (path) => {
		lines.length = 0;
		const body = new URLSearchParams({ name: 'x'.repeat(3 * 1024 * 1024), password: 'secret-password' });
		const answer = await ask(path, { method: 'POST', body, headers: { origin } });
		expect([answer.status, lines.map(({ status }) => status)]).toEqual([413, [413]]);
		expect(await answer.text()).not.toContain('secret-password');
	},
);

test('the reference of what is not there stands in the log too', async () => {
	lines.length = 0;
	const page = await (await ask('/nothing', { headers: { 'x-reference': 'forged' } })).text();
	expect(page).toContain(lines[0]?.reference);
	expect(page).not.toContain('forged');
});

test('the process says that it lives, and what it stands on', async () => {
	expect(await (await ask('/healthz')).text()).toBe('ok\n');
	const ready = await ask('/readyz');
	expect([ready.status, await ready.json()]).toEqual([200, { database: true, migrations: true, jobs: true }]);
});

test('a process that cannot work says which part fails', async () => {
	await desk.db.schema.alterTable('kysely_migration').renameTo('kysely_migration_away').execute();
	const answer = await ask('/readyz').finally(() =>
		desk.db.schema.alterTable('kysely_migration_away').renameTo('kysely_migration').execute(),
	);
	expect(answer.status).toBe(503);
	expect(await answer.json()).toMatchObject({ migrations: false });
});
