// `npm run bench:audit`: an honest log of 1,000,000 rows on a scratch database, audited by `sportello audit` in a process of its
// own, as an operator would. Prints how long it took and the most memory it held. Exits with 1 when that is over 500 MB.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { careless } from '#platform/cluster.ts';
import { createDatabase } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { placeData } from '#platform/places.ts';
import { joinCluster } from '#platform/postgres.ts';
import { honestLog } from '../tests/support/honest-log.ts';
import { storeLog } from '../tests/support/stored-log.ts';

const rows = 1_000_000;
const limitMb = 500;
/** A house of twelve agents with some 300 tickets queued at a time. */
const house = { agents: 12, products: 6, queued: 300 };

const place = await placeData(await mkdtemp(join(tmpdir(), 'sportello-audit-')));
const postgres = await joinCluster(place, { name: 'sportello audit bench', settings: careless });
try {
	await migrate(postgres.url);
	await fill(postgres.url);
	process.exitCode = report(await audit(postgres.url)) ? 0 : 1;
} finally {
	await postgres.leave();
	await rm(place.dataDir, { recursive: true, force: true });
}

async function fill(url: string): Promise<void> {
	const started = performance.now();
	const db = createDatabase(url, { max: 1 });
	await storeLog(db, honestLog(7, house).take(rows));
	await db.destroy();
	console.log(`${rows} rows written in ${seconds(performance.now() - started)} s`);
}

/** `cpuMs`: what the command itself computed, the database's work apart. */
type Audited = { said: string; ms: number; cpuMs: number; peakMb: number };

/** The command itself, with a line at its end that tells what its process used, and the most memory it ever held. */
async function audit(url: string): Promise<Audited> {
	const told = "process.on('exit',()=>console.log(JSON.stringify(process.resourceUsage())))";
	const started = performance.now();
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--import', `data:text/javascript,${encodeURIComponent(told)}`, 'src/cli/sportello.ts', 'audit'],
		{ env: { ...process.env, DATABASE_URL: url, DATA_DIR: place.dataDir } },
	);
	const ms = performance.now() - started;
	const [said = '', used = ''] = stdout.trim().split('\n').slice(-2);
	const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(used) as NodeJS.ResourceUsage;
	return { said, ms, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
}

function report({ said, ms, cpuMs, peakMb }: Audited): boolean {
	console.log(said);
	console.log(
		`audited in ${seconds(ms)} s (${seconds(cpuMs)} s of its own processor time), at most ${peakMb.toFixed(0)} MB (limit ${limitMb} MB)`,
	);
	return said.endsWith('overtakings: 0') && peakMb <= limitMb;
}

function seconds(ms: number): string {
	return (ms / 1000).toFixed(1);
}
