import { expect, test } from 'vitest';
import { createLogger } from '#platform/logging.ts';
import { giveAccount, PASSWORD, signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const lines: Record<string, unknown>[] = [];
const logger = createLogger({ logLevel: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
const origin = 'https://desk.example.it';
const web = await startWeb(testing, { logger, environment: { ORIGIN: origin } });
const ask = (path: string, init: RequestInit = {}) =>
	fetch(`http://127.0.0.1:${web.configuration.port}${path}`, {
		redirect: 'manual',
		...init,
		headers: { accept: 'text/html', ...init.headers },
	});
const carlo = await giveAccount(desk, { role: 'agent', username: 'carlo' });
const cookie = (await signedIn(desk, { id: carlo, role: 'agent' })).replace('sportello=', '__Host-sportello=');

test.each([
	['another site', { origin: 'https://elsewhere.example' }],
	['a page without an origin', { origin: 'null' }],
	['nobody knows where', {}],
	['this site under plain http', { origin: 'http://desk.example.it' }],
])('what is sent from %s is refused, whatever it is and whatever it is for', async (_, headers) => {
	for (const path of ['/login', '/logout', '/preferences', '/desk?/take', '/nothing']) {
		for (const type of [
			'application/x-www-form-urlencoded',
			'multipart/form-data; boundary=b',
			'application/json',
			'',
		]) {
			for (const method of path === '/login' ? ['POST', 'PUT', 'PATCH', 'DELETE'] : ['POST']) {
				const body = Buffer.from(`name=carlo&password=${PASSWORD}`);
				const sent = { cookie, ...headers, ...(type && { 'content-type': type }) } as HeadersInit;
				const answer = await ask(path, { method, body, headers: sent });
				expect(answer.status).toBe(403);
				expect(answer.headers.getSetCookie()).toEqual([]);
			}
		}
	}
	expect((await ask('/desk', { headers: { cookie } })).status).toBe(200);
});

test('who sends from another address reads why, with a reference; the log has it with the address that is expected', async () => {
	lines.length = 0;
	const send = (headers: Record<string, string>) =>
		ask('/login', {
			method: 'POST',
			body: new URLSearchParams(),
			headers: { origin: 'http://10.0.0.5:3000', ...headers },
		});
	const italian = await (await send({})).text();
	const [refused, request] = lines;
	expect(refused).toMatchObject({ level: 'warn', expected: origin, origin: 'http://10.0.0.5:3000' });
	expect(refused?.msg).toContain(`ORIGIN is taken to be ${origin}`);
	expect(request).toMatchObject({ msg: 'request', status: 403, reference: refused?.reference });
	expect(italian).toContain('L’invio non è partito da una pagina di Sportello');
	expect(italian).toContain(refused?.reference);
	expect(await (await send({ 'accept-language': 'en' })).text()).toContain(
		'This was not sent from a page of Sportello',
	);
	expect(await (await send({ accept: 'application/json' })).json()).toMatchObject({
		status: 403,
		reference: lines.at(-1)?.reference,
	});
});
