import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { type Child, startChild } from '../support/child.ts';
import { pretendPostgres } from '../support/old-postgres.ts';
import { freePort } from '../support/web.ts';

const settings = { DATA_DIR: await mkdtemp(join(inject('scratch'), 'installation-')), PORT: String(await freePort()) };
const origin = `http://localhost:${settings.PORT}`;
const start = (others: NodeJS.ProcessEnv = {}) => startChild('src/main.ts', { ...settings, ...others });

async function startReady(): Promise<Child> {
	const child = start();
	await child.says('Sportello is ready');
	return child;
}

/** The promises are for a machine with nothing else to do; this one runs other tests at the same time. */
const PATIENCE = 3;

async function secondsUntil(promise: Promise<unknown>): Promise<number> {
	const from = performance.now();
	await promise;
	return (performance.now() - from) / 1000;
}

const pidFile = join(settings.DATA_DIR, 'pg/postmaster.pid');
const postmaster = async () => Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
/** PostgreSQL removes the file as it ends; its process number may linger where nobody buries orphans. */
const databaseRuns = () => existsSync(pidFile);

beforeAll(async () => {
	const first = await startReady();
	expect(first.output()).toContain(`${origin}/setup/`);
	first.kill('SIGTERM');
	expect(await first.ended).toBe(0);
});

test('a second start is ready in under three seconds', async () => {
	const child = start();
	expect(await secondsUntil(child.says('Sportello is ready'))).toBeLessThan(3 * PATIENCE);
	child.kill('SIGTERM');
	await child.ended;
});

test('stopped while idle, it is gone in under two seconds, its database too', async () => {
	const child = await startReady();
	expect(databaseRuns()).toBe(true);
	child.kill('SIGINT');
	expect(await secondsUntil(child.ended)).toBeLessThan(2 * PATIENCE);
	expect(await child.ended).toBe(0);
	expect(databaseRuns()).toBe(false);
});

describe('stopped while somebody is sending a form', () => {
	/** A request whose body never comes to its end. */
	async function send(): Promise<void> {
		const socket = connect(Number(settings.PORT), '127.0.0.1').on('error', () => undefined);
		socket.write(`POST /login HTTP/1.1\r\nHost: localhost:${settings.PORT}\r\nOrigin: ${origin}\r\n`);
		socket.write('Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=');
		await new Promise((done) => setTimeout(done, 300)); // nothing tells when the server has read it
	}

	test('a Ctrl-C which npm passes on a second time is one, and the next is at once', async () => {
		const child = await startReady();
		await send();
		child.kill('SIGINT');
		child.kill('SIGINT');
		await child.says('Stopping'); // heard: on a busy machine the next would else come together with these
		const ended = child.ended.then(() => 'ended');
		expect(await Promise.race([ended, new Promise((done) => setTimeout(done, 1000, 'waits'))])).toBe('waits');
		child.kill('SIGINT');
		expect(await secondsUntil(child.ended)).toBeLessThan(1 * PATIENCE);
		expect(databaseRuns()).toBe(false);
	});
});

test('killed with its database, it starts again as if nothing had been', async () => {
	const child = await startReady();
	process.kill(await postmaster(), 'SIGKILL');
	child.kill('SIGKILL');
	await child.ended;
	const again = await startReady();
	again.kill('SIGTERM');
	expect(await again.ended).toBe(0);
});

test('with its database killed, it starts the database again and goes on', async () => {
	const child = await startReady();
	const killed = await postmaster();
	process.kill(killed, 'SIGKILL');
	await child.says('PostgreSQL went away');
	await expect.poll(() => postmaster().catch(() => killed), { timeout: 10_000 }).not.toBe(killed);
	await expect.poll(() => fetch(`${origin}/readyz`).then(({ status }) => status), { timeout: 15_000 }).toBe(200);
	child.kill('SIGTERM');
	expect(await child.ended).toBe(0);
});

test('with its database killed and kept from starting, it answers with a reference, and tries until the hindrance is gone', async () => {
	const settingsOfServer = join(settings.DATA_DIR, 'pg/postgresql.auto.conf');
	const good = await readFile(settingsOfServer, 'utf8');
	const child = await startReady();
	await writeFile(settingsOfServer, `${good}nonsense = 1\n`);
	process.kill(await postmaster(), 'SIGKILL');
	await child.says('mend what it says');
	const page = await (await fetch(`${origin}/login`)).text();
	const reference = /Numero di riferimento: (\w{4}-\w{4})\./.exec(page)?.[1];
	await child.says(`"reference":"${reference}","method":"GET","route":"/(visitor)/login","status":500`);
	await writeFile(settingsOfServer, good);
	await expect.poll(() => fetch(`${origin}/readyz`).then(({ status }) => status), { timeout: 25_000 }).toBe(200);
	child.kill('SIGTERM');
	expect(await child.ended).toBe(0);
});

test('its terminal closed, and PostgreSQL told to end with it, it ends all the same', async () => {
	const child = await startReady();
	const database = await postmaster();
	child.closeOutput();
	for (const pid of [child.pid, database]) process.kill(pid, 'SIGTERM');
	expect(await child.ended).toBe(0);
	await expect.poll(databaseRuns).toBe(false);
});

test('with the port taken it says so, and the one that has it goes on with its database', async () => {
	const holder = await startReady();
	const late = start();
	expect(await late.ended).toBe(1);
	expect(late.output()).toMatch(
		/^sportello: Port \d+ of 127\.0\.0\.1 is taken by another program\. .*PORT=\d+ npm start\.\n$/,
	);
	expect(databaseRuns()).toBe(true);
	holder.kill('SIGTERM');
	await holder.ended;
});

test('two may share a database; the last one out stops it', async () => {
	const [one, other] = [await startReady(), start({ PORT: String(await freePort()) })];
	await other.says('Sportello is ready');
	one.kill('SIGTERM');
	await one.ended;
	expect(databaseRuns()).toBe(true);
	other.kill('SIGTERM');
	await other.ended;
	expect(databaseRuns()).toBe(false);
});

test('a DATABASE_URL that does not answer is named, without its password', async () => {
	const child = start({ DATABASE_URL: 'postgres://desk:s3cret@127.0.0.1:1/desk' });
	expect(await child.ended).toBe(1);
	expect(child.output()).toMatch(
		/^sportello: No PostgreSQL answers at 127\.0\.0\.1:1\/desk: .*\. Check DATABASE_URL .*\n$/,
	);
	expect(child.output()).not.toContain('s3cret');
});

test('a PostgreSQL older than 15 is named with its version', async () => {
	const child = start({ DATABASE_URL: await pretendPostgres('14.12 (Debian 14.12-1)') });
	expect(await child.ended).toBe(1);
	expect(child.output()).toMatch(
		/^sportello: The database server is PostgreSQL 14\.12 .*, and Sportello needs 15 or newer\. .*\n$/,
	);
});

test('a data folder that cannot be is named', async () => {
	const child = start({ DATA_DIR: '/dev/null/data' });
	expect(await child.ended).toBe(1);
	expect(child.output()).toMatch(/^sportello: The data folder \/dev\/null\/data cannot be written to .*\n$/);
});

test('a setting that cannot be is named', async () => {
	const child = start({ PORT: 'abc' });
	expect(await child.ended).toBe(1);
	expect(child.output()).toMatch(/^sportello: PORT must .*\n$/);
});
