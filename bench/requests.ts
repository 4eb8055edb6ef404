// `npm run bench`: what the built application does a second for 16 signed-in clients who ask through HTTP, and what processor time
// each request takes of it and of PostgreSQL, with 10,000 and 100,000 tickets; beside the same SQL without the application, and
// an empty answer. PostgreSQL is as durable as in use. `--seconds 2` measures each for less than ten seconds, `--tickets 10000` one
// house only. Exits with 1 when something was refused.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseClock } from '#lib/server/clock.ts';
import type { Desk } from '#lib/server/desk.ts';
import { localBlobs } from '#platform/blobs.ts';
import { createDatabase } from '#platform/database.ts';
import { type Place, placeData } from '#platform/places.ts';
import { joinCluster } from '#platform/postgres.ts';
import { secretKeyFrom } from '#platform/secret-key.ts';
import { sizeOf } from './house.ts';
import { connected, fillDatabase } from './plans/fill.ts';
import { ask, disconnect } from './requests/browser.ts';
import { clients, type Load, type Measured, measure } from './requests/load.ts';
import { acts, pages, reading } from './requests/loads.ts';
import { givePeople } from './requests/people.ts';
import { replays } from './requests/replay.ts';
import { type Line, report } from './requests/report.ts';
import { byForm, straight } from './requests/ways.ts';
import { type Server, startApplication, startEmpty } from './server.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string' }, tickets: { type: 'string', multiple: true } } });
const counted = Number(values.seconds ?? 10);
const sizes = (values.tickets ?? ['10000', '100000']).map(Number);
/** What runs most is compiled meanwhile: a server's first thousand pages cost up to a quarter more. The floor is not the product's, and is measured for less. */
const seconds = { warm: Math.min(6, counted), counted };
const floorSeconds = { warm: 0.5, counted: counted / 4 };

const place = await placeData(await mkdtemp(join(tmpdir(), 'sportello-requests-')));
const postgres = await joinCluster(place, { name: 'sportello requests' });
try {
	const empty = await emptyAnswers();
	const lines: Line[] = [];
	for (const tickets of sizes) lines.push(...(await measureHouse(await house(tickets), tickets)));
	process.exitCode = report(lines, empty) ? 0 : 1;
} finally {
	disconnect();
	await postgres.leave();
	await rm(place.dataDir, { recursive: true, force: true });
}

/** A database of its own with so many tickets. */
async function house(tickets: number): Promise<string> {
	const from = performance.now();
	const url = Object.assign(new URL(postgres.url), { pathname: `/with_${tickets}` }).href;
	await connected(postgres.url, (owner) => owner.query(`create database with_${tickets}`));
	await fillDatabase(url, sizeOf(tickets));
	await connected(url, (owner) => owner.query('checkpoint'));
	console.log(`${tickets} tickets stand after ${((performance.now() - from) / 1_000).toFixed(0)} s.`);
	return url;
}

async function measureHouse(url: string, tickets: number): Promise<Line[]> {
	const db = createDatabase(url, { max: clients, name: 'bench' });
	const folder = join(place.dataDir, `of-${tickets}`);
	const desk: Desk = {
		db,
		clock: databaseClock,
		blobs: localBlobs(join(folder, 'files')),
		secretKey: secretKeyFrom(randomBytes(32)),
	};
	const people = await givePeople(desk);
	const asked = pages(people, tickets);
	const caught = await replays(url, folder, asked, db);
	const server = await startApplication(url, folder);
	try {
		const read = Object.entries(asked).map(([what, page]) => [what, reading(server.origin, page)] as const);
		const served = { ...Object.fromEntries(read), ...acts(byForm(server.origin), desk, people, server.origin) };
		const floor = { ...caught, ...acts(straight(desk), desk, people, server.origin) };
		return await measureEach(tickets, served, floor, server);
	} finally {
		await server.stop();
		await db.destroy();
	}
}

type Loads = Readonly<Record<string, Load>>;

async function measureEach(tickets: number, served: Loads, floor: Loads, { pid: app }: Server): Promise<Line[]> {
	const processes = { app, db: await postmaster(place) };
	const lines: Line[] = [];
	for (const [what, load] of Object.entries(served)) {
		const measured = await measure(load, processes, seconds);
		const alone = await measure(floor[what] as Load, { ...processes, app: undefined }, floorSeconds);
		lines.push({ tickets, what, served: measured, floor: alone });
		console.log(`${what}: ${measured.aSecond.toFixed(0)} a second.`);
	}
	return lines;
}

/** The process that has started all others of PostgreSQL. */
async function postmaster({ dataDir }: Place): Promise<number> {
	return Number.parseInt(await readFile(join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10);
}

async function emptyAnswers(): Promise<Measured> {
	const server = await startEmpty();
	const load = { next: () => async () => void (await ask(server.origin, '/', '')) };
	const measured = await measure(load, { app: server.pid, db: await postmaster(place) }, floorSeconds);
	await server.stop();
	return measured;
}
