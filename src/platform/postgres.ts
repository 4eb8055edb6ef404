import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart, WillNotStart } from './cannot-start.ts';
import { CLUSTER_USER, Cluster } from './cluster.ts';
import { locked } from './lock.ts';
import type { Place } from './places.ts';

const DATABASE = 'sportello';
const OLDEST = 15;
const PATIENCE_MS = 20_000;
const PAUSE_MS = 2000;
const LOG_LOOKED_AT_MS = 60 * 60_000;

export type Postgres = {
	url: string;
	/** Call it after the last pool is closed. The last process out stops a cluster of our own. */
	leave(): Promise<void>;
};

type Options = {
	/** What `pg_stat_activity` calls this process: the same name for all its sessions, and for no other process. */
	name: string;
	settings?: string[];
	/** The folder of a PostgreSQL other than the one from npm. */
	programs?: string | undefined;
	onTrouble?: (error: Error) => void;
};

/** Our own PostgreSQL in the data folder: made, started or joined, whichever it needs; started again should it die. */
export async function joinCluster(place: Place, { name, settings, programs, onTrouble }: Options): Promise<Postgres> {
	const cluster = await Cluster.at(place, settings, programs);
	const lock = join(place.dataDir, 'lock');
	const leaving = new AbortController();
	const enter = (port?: number) => locked(lock, () => startOrJoin(cluster, name, leaving.signal, port));

	// One session for as long as we are here: it is how the others know, and how we learn that PostgreSQL went away.
	let presence = await enter();
	const port = await cluster.port();
	watch();
	const keptShort = setInterval(() => void locked(lock, () => cluster.boundLog()).catch(onTrouble), LOG_LOOKED_AT_MS);
	keptShort.unref();

	function watch(): void {
		presence.once('error', (error) => {
			if (leaving.signal.aborted) return;
			onTrouble?.(error);
			void comeBack();
		});
	}

	/** As long as it takes: what keeps it from starting (a full disk, a wrong setting) may be mended while we run. */
	async function comeBack(): Promise<void> {
		while (!leaving.signal.aborted) {
			try {
				presence = await enter(port);
				return watch();
			} catch (failure) {
				if (!leaving.signal.aborted) onTrouble?.(failure as Error);
			}
			await sleep(PAUSE_MS, undefined, { signal: leaving.signal }).catch(() => undefined);
		}
	}

	return {
		url: urlOf(port, await cluster.password(), DATABASE),
		leave() {
			leaving.abort();
			clearInterval(keptShort);
			return locked(lock, async () => {
				const last = await isAlone(urlOf(await cluster.port(), await cluster.password(), 'postgres'), name);
				await presence.end().catch(() => undefined);
				if (last) await cluster.stop();
			});
		},
	};
}

async function startOrJoin(cluster: Cluster, name: string, leaving: AbortSignal, port?: number): Promise<pg.Client> {
	await cluster.make();
	const from = performance.now();
	for (;;) {
		leaving.throwIfAborted();
		try {
			if (!(await cluster.isRunning())) await cluster.start(port);
			const client = await connect(urlOf(await cluster.port(), await cluster.password(), 'postgres'), name);
			await makeDatabase(client);
			return client;
		} catch (cause) {
			const waited = performance.now() - from;
			// What is left of one that was killed may need a moment to go.
			if (cause instanceof WillNotStart || (cause instanceof CannotStart && waited > 3000)) throw cause;
			// Still starting, or just stopping.
			if (waited > PATIENCE_MS) throw deaf(cluster, cause);
			await sleep(100);
		}
	}
}

function deaf(cluster: Cluster, cause: unknown): CannotStart {
	return new CannotStart(
		`The process named in ${cluster.pidFile} runs but does not answer as PostgreSQL.`,
		'If that process is another program, remove the file and start again; otherwise end that process.',
		{ cause },
	);
}

async function connect(url: string, name: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 5000 });
	client.on('error', () => undefined);
	await client.connect();
	return client;
}

function urlOf(port: number | undefined, password: string, database: string): string {
	return `postgres://${CLUSTER_USER}:${password}@127.0.0.1:${port}/${database}`;
}

async function makeDatabase(client: pg.Client): Promise<void> {
	const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
	if (!rowCount) await client.query(`create database ${DATABASE}`);
}

/** Whether nobody but us is connected. Where nobody answers there is nothing left to stop. */
async function isAlone(url: string, name: string): Promise<boolean> {
	const client = await connect(url, name).catch(() => undefined);
	const others = await client
		?.query("select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1", [name])
		.catch(() => undefined);
	await client?.end();
	return others?.rowCount === 0;
}

/** Throws CannotStart unless a PostgreSQL new enough answers at `url`. */
export async function expectPostgres(url: string): Promise<void> {
	const client = await connect(url, 'sportello').catch((cause) => {
		throw new CannotStart(
			`No PostgreSQL answers at ${placeOf(url)}: ${reasonOf(cause)}.`,
			'Check DATABASE_URL and that the server runs, or unset it to use the PostgreSQL that Sportello brings.',
			{ cause },
		);
	});
	try {
		const { rows } = await client.query<{ server_version: string }>('show server_version');
		expectVersion(rows[0]?.server_version ?? '');
	} finally {
		await client.end();
	}
}

function expectVersion(version: string): void {
	if (Number.parseInt(version, 10) >= OLDEST) return;
	throw new CannotStart(
		`The database server is PostgreSQL ${version}, and Sportello needs ${OLDEST} or newer.`,
		'Upgrade it, point DATABASE_URL at a newer one, or unset it to use the PostgreSQL that Sportello brings.',
	);
}

/** Host, port and database of a connection string: what may be shown of it. */
function placeOf(url: string): string {
	const { host, pathname } = URL.parse(url) ?? {};
	return `${host || 'DATABASE_URL'}${pathname ?? ''}`;
}

function reasonOf(error: NodeJS.ErrnoException): string {
	const inner = error instanceof AggregateError ? (error.errors[0] as Error) : error;
	return inner.message.replace(/\.$/, '');
}
