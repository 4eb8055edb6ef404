import { request } from 'node:http';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { noticeKinds } from '#lib/domain/notices.ts';
import { tellOfAddress } from '#lib/server/db/mail-of-address.ts';
import { tellOfCredentials } from '#lib/server/db/mail-of-credentials.ts';
import { tellOfSecondFactor } from '#lib/server/db/mail-of-second-factor.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, testHouse } from '../support/house.ts';
import { asWritten } from '../support/letters.ts';
import { matrix } from '../support/matrix.ts';
import { oneOfEach } from '../support/one-of-each.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, chiara, marta } = await testHouse(desk);
const rita = await giveStaff(desk, 'rita', 'administrator');
const records = await oneOfEach(desk, product, { owner: chiara, agent: marta, administrator: rita });
const web = await startWeb(testing);

/** Whatever somebody may say of where they have come to, or from. */
const poison = {
	host: 'evil.example',
	forwarded: 'for=203.0.113.9;host=evil.example;proto=ftp',
	...{ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'ftp', 'x-forwarded-port': '6666' },
	...{ 'x-forwarded-server': 'evil.example', 'x-forwarded-prefix': '/evil.example', 'x-host': 'evil.example' },
	...{ 'x-original-host': 'evil.example', 'x-original-url': '//evil.example', 'x-rewrite-url': '//evil.example' },
	...{ 'x-app-host': 'evil.example', 'x-app-proto': 'ftp', referer: 'http://evil.example/' },
};

type Said = { status: number; headers: string; body: string };
type Sending = { method?: string; headers?: Record<string, string>; form?: Record<string, string> };

/** `fetch` would not let anybody write the host. */
function ask(path: string, { method = 'GET', headers = {}, form }: Sending = {}): Promise<Said> {
	const { promise, resolve, reject } = Promise.withResolvers<Said>();
	const type = form && { 'content-type': 'application/x-www-form-urlencoded' };
	const sent = { accept: 'text/html', ...type, ...poison, ...headers };
	const asked = request(new URL(path, web.origin), { method, headers: sent }, (answer) => {
		const { statusCode: status = 0, rawHeaders } = answer;
		const said = (body: string) => resolve({ status, headers: rawHeaders.join('\n'), body });
		if (answer.headers['content-type']?.startsWith('text/event-stream')) {
			asked.destroy();
			return said('');
		}
		const parts: Buffer[] = [];
		answer.on('data', (part) => parts.push(part)).on('end', () => said(Buffer.concat(parts).toString()));
	});
	asked.on('error', reject).end(form && new URLSearchParams(form).toString());
	return promise;
}

const expectClean = ({ status, headers, body }: Said) => {
	expect(status).toBeLessThan(500);
	expect(`${headers}\n${body}`.match(/.{0,40}(evil\.example|ftp:\/\/|:6666).{0,40}/g) ?? []).toEqual([]);
};
const addresses = [...new Set(matrix.map(({ at }) => at.replaceAll(/\{(\w+)\}/g, (_, name) => `${records[name]}`)))];

describe('no page, redirect or file repeats where somebody says to have come', async () => {
	const cookies = {
		'a visitor': '',
		'a user': await signedIn(desk, chiara),
		'an administrator': await signedIn(desk, rita),
	};
	test.each(Object.entries(cookies))('to %s', async (_, cookie) => {
		for (const path of addresses) expectClean(await ask(path, { headers: { cookie } }));
	});
});

test('an origin that agrees with a host that was made up is not ours', async () => {
	for (const path of ['/login', '/recover', '/logout']) {
		const sent = { method: 'POST', form: { name: 'paola' }, headers: { origin: 'http://evil.example' } };
		expect((await ask(path, sent)).status).toBe(403);
	}
});

test('signing in leads to a path of this house', async () => {
	const sent = { method: 'POST', form: { name: 'paola', password: 'x' }, headers: { origin: web.origin } };
	const answer = await ask('/login?next=//evil.example', sent);
	expect(answer.status).toBe(400);
	expect(answer.body).not.toMatch(/(href|action|src)="[^"]*\/\/evil/);
	const asked = await ask('/recover', { ...sent, form: { name: 'paola' } });
	expect([asked.status, asked.headers]).toEqual([303, expect.stringMatching(/^location\n\/recover\?asked$/im)]);
});

describe('mails', async () => {
	const at = await clock.now(desk.db);
	const nonce = '00000000-0000-4000-8000-000000000000';
	await desk.db.transaction().execute(async (tx) => {
		for (const kind of ['activation', 'activation-reminder', 'recovery'] as const) {
			await tellOfCredentials(tx, { kind, account: paola.id, at, nonce });
		}
		await tellOfCredentials(tx, { kind: 'password-changed', account: paola.id, at });
		const address = { account: paola.id, at, to: 'paola@nuovo.example', email: 'paola@nuovo.example', nonce };
		for (const kind of ['address-change', 'address-confirm', 'address-taken', 'address-changed'] as const) {
			await tellOfAddress(tx, { kind, ...address });
		}
		await tellOfSecondFactor(tx, { news: 'code-used', left: 3, account: paola.id, at });
		const ticket = { account: paola.id, ticket: Number(records.ticket), created_at: at };
		for (const letter of asWritten('it', 'Quota')) {
			const written = { ...letter, ...ticket, message_id: sql<string>`gen_random_uuid()` };
			await tx.insertInto('mail_out').values(written).execute();
		}
	});
	const cookie = await signedIn(desk, rita);
	const mails = await desk.db.selectFrom('mail_out').select(['id', 'kind', 'body']).orderBy('id').execute();

	test('of every kind are there', () => {
		expect([...new Set(mails.map(({ kind }) => kind))].toSorted()).toEqual([...noticeKinds].toSorted());
	});

	test.each(mails)('$kind ($id) keeps paths alone, and its links lead to this house', async ({ id, body }) => {
		expect(body).not.toMatch(/:\/\//);
		expect(body).toMatch(/^\/\w/m);
		for (const path of [`/admin/mail/${id}`, `/admin/mail/${id}/html`]) {
			const shown = await ask(path, { headers: { cookie } });
			expectClean(shown);
			const links = [...shown.body.matchAll(/(?:href|src)="([a-z]+:[^"]+)"/gi)].map(([, link]) => link);
			for (const link of links) expect(link).toMatch(new RegExp(`^(${web.origin}/|data:|mailto:)`));
			expect(shown.body).toContain(`${web.origin}/`);
		}
	});
});
