import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseClock } from '#lib/server/clock.ts';
import type { Desk } from '#lib/server/desk.ts';
import { localBlobs } from '#platform/blobs.ts';
import { CLUSTER_USER } from '#platform/cluster.ts';
import { createDatabase } from '#platform/database.ts';
import { openSecretKey } from '#platform/secret-key.ts';
import { type Child, startChild } from './child.ts';
import { freePort } from './web.ts';

/**
 * The product as somebody installs it: its own data folder and PostgreSQL, its own port, with every promise of durability;
 * and its two deaths, without a word.
 */
export class Installation {
	readonly origin: string;
	readonly #settings: { DATA_DIR: string; PORT: string };
	readonly #servers: Child[] = [];

	private constructor(settings: { DATA_DIR: string; PORT: string }) {
		this.#settings = settings;
		this.origin = `http://localhost:${settings.PORT}`;
	}

	static async make(): Promise<Installation> {
		const DATA_DIR = await mkdtemp(join(inject('scratch'), 'installation-'));
		return new Installation({ DATA_DIR, PORT: String(await freePort()) });
	}

	/** As `npm start`; done when it says that it is ready. */
	async start(): Promise<void> {
		const server = startChild('src/main.ts', this.#settings);
		this.#servers.push(server);
		await server.says('Sportello is ready');
	}

	/** The errors in the logs of all the servers there have been. */
	complaints(): string[] {
		const lines = this.#servers.flatMap((server) => server.output().split('\n'));
		const told = lines.filter((line) => /^\{"level":"(error|fatal)".*\}$/.test(line)).map((line) => JSON.parse(line));
		return told.map(({ msg, err }) => `${msg} ${err?.code ?? ''} ${err?.message ?? ''}`);
	}

	/** Asked politely; its exit code. */
	async stop(): Promise<number | null | undefined> {
		const server = this.#servers.at(-1);
		server?.kill('SIGTERM');
		return server?.ended;
	}

	async killServer(): Promise<void> {
		const server = this.#servers.at(-1);
		server?.kill('SIGKILL');
		await server?.ended;
	}

	async isReady(): Promise<boolean> {
		return fetch(`${this.origin}/readyz`).then(
			({ ok }) => ok,
			() => false,
		);
	}

	/** Its database as it is, past the server; to be destroyed by the caller. */
	async desk(): Promise<Desk> {
		const db = createDatabase(await this.#databaseUrl(), { max: 2, name: 'the test' });
		const { DATA_DIR } = this.#settings;
		const secretKey = await openSecretKey(undefined, DATA_DIR);
		return { db, clock: databaseClock, blobs: localBlobs(join(DATA_DIR, 'files')), secretKey };
	}

	/** All of PostgreSQL at once: what it had not written is lost with it. */
	async killDatabase(): Promise<void> {
		const processes = await this.#processes();
		for (const pid of [await this.postmaster(), ...processes]) end(pid);
	}

	/** PostgreSQL's first process, as long as it runs. */
	async postmaster(): Promise<number> {
		return Number((await this.#pidLines())[0]);
	}

	async #databaseUrl(): Promise<string> {
		const password = await readFile(join(this.#settings.DATA_DIR, 'pg.password'), 'utf8');
		const port = (await this.#pidLines())[3];
		return `postgres://${CLUSTER_USER}:${password.trim()}@127.0.0.1:${port}/sportello`;
	}

	async #processes(): Promise<number[]> {
		const client = new pg.Client({ connectionString: await this.#databaseUrl() });
		client.on('error', () => undefined);
		await client.connect();
		const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
		await client.end();
		return rows.map(({ pid }) => pid);
	}

	async #pidLines(): Promise<string[]> {
		return (await readFile(join(this.#settings.DATA_DIR, 'pg/postmaster.pid'), 'utf8')).split('\n');
	}
}

function end(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// it has ended by itself
	}
}
