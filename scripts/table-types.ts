// Writes the types of the tables as the migrations leave them; with `--verify` says whether those in the repository still hold.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { careless } from '#platform/cluster.ts';
import { migrate } from '#platform/migrate.ts';
import { placeData } from '#platform/places.ts';
import { joinCluster } from '#platform/postgres.ts';

const TYPES = 'src/lib/server/db/types.ts';

const fresh = await generate();
if (!process.argv.includes('--verify')) {
	await writeFile(TYPES, fresh);
} else if ((await readFile(TYPES, 'utf8')) !== fresh) {
	console.error(`${TYPES} is not what the migrations make: run npm run db:types.`);
	process.exitCode = 1;
} else {
	console.log(`${TYPES} is what the migrations make.`);
}

async function generate(): Promise<string> {
	const place = await placeData(await mkdtemp(join(tmpdir(), 'sportello-types-')));
	const postgres = await joinCluster(place, { name: 'sportello table types', settings: careless });
	try {
		await migrate(postgres.url);
		const file = join(place.dataDir, 'types.ts');
		execFileSync('kysely-codegen', ['--url', postgres.url, '--out-file', file, '--log-level', 'error']);
		return formatted(await readFile(file, 'utf8'));
	} finally {
		await postgres.leave();
		await rm(place.dataDir, { recursive: true, force: true });
	}
}

function formatted(input: string): string {
	return execFileSync('biome', ['check', '--write', `--stdin-file-path=${TYPES}`], { input, encoding: 'utf8' });
}
