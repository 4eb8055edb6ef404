import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Role } from '#lib/domain/roles.ts';
import { entranceOf } from '#lib/server/access/gate.ts';
import { giveAccount, giveCustomer, signedIn } from '../support/accounts.ts';
import { post } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const folder = join(import.meta.dirname, '../../src/routes');
const files = globSync('**/+{page.svelte,page.ts,page.server.ts,server.ts}', { cwd: folder });
const routes = [...new Set(files.map((file) => join('/', dirname(file))))].filter((route) => route !== '/[...path]');

test.each(routes)('the gate says who may enter %s', (route) => {
	expect(entranceOf(route)).toBeDefined();
});

// Said a second time here, on purpose: who may enter, by where a route's files lie.
const admitted: [start: string, roles: Role[] | 'anyone'][] = [
	['/(visitor)/', 'anyone'],
	['/preferences', 'anyone'],
	['/logo/', 'anyone'],
	['/healthz', 'anyone'],
	['/readyz', 'anyone'],
	['/(portal)', ['user']],
	['/files/', ['user', 'agent', 'supervisor', 'administrator']],
	['/access', ['user', 'agent', 'supervisor', 'administrator']],
	['/live', ['user', 'agent', 'supervisor', 'administrator']],
	['/desk', ['agent', 'supervisor', 'administrator']],
	['/admin', ['administrator']],
];
const rolesOf = (route: string) => admitted.find(([start]) => route.startsWith(start))?.[1] ?? [];

const testing = await testDesk();
const { desk } = testing;
const web = await startWeb(testing);
const customer = await giveCustomer(desk, 'Studio Bianchi');
const cookies = new Map<Role, string>();
for (const role of ['user', 'agent', 'supervisor', 'administrator'] as const) {
	const id = await giveAccount(desk, { role, username: role, ...(role === 'user' && { customer }) });
	cookies.set(role, await signedIn(desk, { id, role }));
}

/** An address of the route; the record it names does not exist. */
function addressOf(route: string): string {
	return join('/', route.replace(/\/\([^)]+\)/g, '').replace(/\[[^\]]+\]/g, '999999'));
}

/** Where the forms of a page are sent, by the names of its actions. */
async function formsOf(route: string): Promise<string[]> {
	const file = join(route, '+page.server.ts').slice(1);
	if (!files.includes(file)) return [];
	const { actions = {} } = (await import(join(folder, file))) as { actions?: Record<string, unknown> };
	return Object.keys(actions).map((name) => addressOf(route) + (name === 'default' ? '' : `?/${name}`));
}

const leadsToSignIn = (answer: Response) =>
	answer.status === 303 && answer.headers.get('location')?.startsWith('/login?next=') === true;

describe.each(routes)('%s', async (route) => {
	const path = addressOf(route);
	const roles = rolesOf(route);
	const forms = await formsOf(route);

	test('a visitor signs in first, unless it is for anyone', async () => {
		const answers = [await web.fetch(path), ...(await Promise.all(forms.map((form) => post(web, form, {}))))];
		for (const answer of answers) expect(leadsToSignIn(answer)).toBe(roles !== 'anyone');
	});

	test.each([...cookies])('for a %s it is what the role may see', async (role, cookie) => {
		if (roles === 'anyone') return;
		const page = await web.fetch(path, { headers: { cookie } });
		const sent = await Promise.all(forms.map((form) => post(web, form, {}, { cookie })));
		for (const answer of [page, ...sent]) {
			expect(leadsToSignIn(answer)).toBe(false);
			if (!roles.includes(role)) expect(answer.status).toBe(path === '/' ? 303 : 404);
			else if (route.includes('[')) expect([404, 405]).toContain(answer.status);
			else expect(answer.status).not.toBe(404);
		}
	});
});

describe('what is not for somebody looks like what does not exist', () => {
	const cookie = cookies.get('user') ?? '';
	const inShort = async (path: string, init: RequestInit = {}) => {
		const answer = await web.fetch(path, { ...init, headers: { cookie, ...init.headers } });
		const body = (await answer.text())
			.replaceAll(/nonce="[^"]+"|sveltekit_\w+|[0-9a-z]{4}-[0-9a-z]{4}/g, '')
			.replaceAll(/(\/|%2F)[-a-z]*(\/|%2F)customers/g, '');
		return { status: answer.status, type: answer.headers.get('content-type'), body };
	};

	test('as a page', async () => {
		const refused = await inShort('/admin/customers');
		expect(refused.status).toBe(404);
		expect(refused.body).toContain('Qui non c’è nulla da vedere');
		expect(refused).toEqual(await inShort('/nothing/customers'));
	});

	test.each(['/admin/customers/__data.json', '/admin/customers'])('as data of %s', async (path) => {
		const asData = { method: path.endsWith('.json') ? 'GET' : 'POST', headers: { accept: 'application/json' } };
		const refused = await inShort(path, asData);
		expect(refused.status).toBe(404);
		expect(refused).toEqual(await inShort(path.replace('admin', 'nothing'), asData));
	});
});

test('staff who ask for the start page of users come to their own', async () => {
	const answer = await web.fetch('/', { headers: { cookie: cookies.get('agent') ?? '' } });
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk']);
});

test('a form sent after the session ended leads back to its page', async () => {
	const answer = await post(web, '/tickets/41?/reply', { text: 'Ecco la versione' });
	expect(answer.headers.get('location')).toBe('/login?next=%2Ftickets%2F41');
});
