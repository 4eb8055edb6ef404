import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { boundLog } from './bounded-log.ts';
import { CannotStart, WillNotStart } from './cannot-start.ts';
import { exists, makeWritable, type Place, placeBinaries } from './places.ts';
import { run } from './run.ts';
import { diskIsFull, saidBy } from './troubles.ts';

export const CLUSTER_USER = 'sportello';

/** Options for `postgres -c`; what a throw-away cluster of tests may do without. */
export const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** One PostgreSQL of our own: its folder, and `pg_ctl` on it. Call everything but `port` under the data folder's lock. */
export class Cluster {
	readonly #place: Place;
	readonly #bin: string;
	readonly #settings: string[];
	readonly #folder: string;
	readonly #passwordFile: string;

	/** The server, if it was this process that started it. */
	#server: ChildProcess | undefined;

	private constructor(place: Place, bin: string, settings: string[]) {
		this.#place = place;
		this.#bin = bin;
		this.#settings = settings;
		this.#folder = join(place.dataDir, 'pg');
		this.#passwordFile = join(place.dataDir, 'pg.password');
	}

	/** `programs`: the folder of a PostgreSQL other than the one from npm. */
	static async at(place: Place, settings: string[] = [], programs?: string): Promise<Cluster> {
		return new Cluster(place, programs ?? (await placeBinaries(place.runAs)), settings);
	}

	get logFile(): string {
		return join(this.#folder, 'server.log');
	}

	get pidFile(): string {
		return join(this.#folder, 'postmaster.pid');
	}

	isRunning(): Promise<boolean> {
		return this.#control('status').then(
			() => true,
			() => false,
		);
	}

	/** Makes the cluster if there is none. A half-made one (the machine went off) is in another folder and is made anew. */
	async make(): Promise<void> {
		if (await exists(this.#folder)) return makeWritable(this.#folder);
		const partial = `${this.#folder}.new`;
		await rm(partial, { recursive: true, force: true });
		await mkdir(partial, { mode: 0o700 });
		await writeFile(this.#passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
		await this.#giveAway(partial);
		await this.#giveAway(this.#passwordFile);
		const options = [...initOptions, '-D', partial, `--pwfile=${this.#passwordFile}`];
		await run(join(this.#bin, 'initdb'), options, this.#place.runAs).catch(async (error) => {
			throw (await this.#known(String(error))) ?? error;
		});
		await rename(partial, this.#folder);
	}

	/** Starts it, on `port` if that is still free, else on any, and waits until it takes connections. */
	async start(port?: number): Promise<void> {
		const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...this.#settings];
		const options = settings.flatMap((setting) => ['-c', setting]);
		// Our own child, not one of pg_ctl's: so that somebody is there to bury it when it ends.
		await this.boundLog();
		await using log = await open(this.logFile, 'a', 0o600);
		const { size } = await log.stat();
		this.#server = spawn(
			join(this.#bin, 'postgres'),
			['-D', this.#folder, '-p', `${await freePort(port)}`, ...options],
			{
				...this.#place.runAs,
				cwd: '/',
				detached: true,
				stdio: ['ignore', log.fd, log.fd],
			},
		);
		this.#server.unref();
		await this.#untilReady(this.#server, size);
	}

	/** `from`: how long its log was before. */
	async #untilReady(server: ChildProcess, from: number): Promise<void> {
		await once(server, 'spawn');
		while (server.exitCode === null && server.signalCode === null) {
			const [pid, , , , , , , status] = await this.#pidLines();
			if (Number(pid) === server.pid && status?.trim() === 'ready') return;
			await sleep(10);
		}
		const log = await readFile(this.logFile).catch(() => Buffer.of());
		const said = log.subarray(from).toString();
		const known = await this.#known(said);
		if (known) throw known;
		const todo = `Its log is ${this.logFile}; mend what it says and start again.`;
		throw new CannotStart(`PostgreSQL did not start: ${complaintIn(said)}.`, todo);
	}

	/** What it wrote, in words of ours where we have some. On a full disk it has no room to say so. */
	async #known(said: string): Promise<CannotStart | undefined> {
		const { bavail, bsize } = await statfs(this.#place.dataDir);
		return saidBy(said, this.#folder) ?? (bavail * bsize < leastRoom ? diskIsFull(this.#place.dataDir) : undefined);
	}

	/** PostgreSQL writes to its log as long as it runs, a line or two every five minutes at least. */
	async boundLog(): Promise<void> {
		await boundLog(this.logFile, longestLog);
	}

	async stop(): Promise<void> {
		await this.#control('stop', '-w', '-m', 'fast').catch(async (error) => {
			if (await this.isRunning()) throw error; // else somebody told it to stop before us
		});
		const server = this.#server;
		if (server?.exitCode !== null || server.signalCode !== null) return;
		server.ref(); // it may be the last thing this process waits for
		await once(server, 'exit');
	}

	/** Where the running cluster answers. */
	async port(): Promise<number | undefined> {
		return Number((await this.#pidLines())[3]) || undefined;
	}

	async password(): Promise<string> {
		const password = await readFile(this.#passwordFile, 'utf8').catch((cause: NodeJS.ErrnoException) => {
			if (cause.code !== 'ENOENT') throw cause;
			const todo = 'Put back that of your backup: without it nobody enters the database beside it.';
			throw new WillNotStart(`The file ${this.#passwordFile} is missing.`, todo, { cause });
		});
		return password.trim();
	}

	async #pidLines(): Promise<string[]> {
		return (await readFile(this.pidFile, 'utf8').catch(() => '')).split('\n');
	}

	async #control(command: string, ...options: string[]): Promise<void> {
		await run(join(this.#bin, 'pg_ctl'), [command, '-s', '-D', this.#folder, ...options], this.#place.runAs);
	}

	async #giveAway(path: string): Promise<void> {
		const { runAs } = this.#place;
		if (runAs) await chown(path, runAs.uid, runAs.gid);
	}
}

/** Bytes: without them PostgreSQL cannot begin to write. */
const leastRoom = 1_000_000;
const longestLog = 10_000_000;

/** Its last word is the one it ended with; a wrong setting is named in the line before. */
function complaintIn(said: string): string {
	const complaints = [...said.matchAll(/(?:FATAL|PANIC|ERROR): +(.*)/g)].map(([, complaint]) => complaint ?? '');
	const setting = /(?:unrecognized configuration parameter|invalid value for parameter|syntax error in file) .*/.exec(
		said,
	);
	return setting?.[0] ?? complaints.at(-1) ?? 'it left no word why';
}

const initOptions = [
	`--username=${CLUSTER_USER}`,
	'--auth=scram-sha-256',
	'--encoding=UTF8',
	'--locale-provider=builtin',
	'--locale=C.UTF-8',
	'--no-instructions',
];

async function freePort(wanted = 0): Promise<number> {
	const server = createServer();
	const listening = await new Promise<boolean>((done) => {
		server.once('error', () => done(false));
		server.listen(wanted, '127.0.0.1', () => done(true));
	});
	if (!listening) return freePort();
	const address = server.address();
	await new Promise((done) => server.close(done));
	return typeof address === 'object' && address ? address.port : freePort();
}
