import { randomBytes } from 'node:crypto';
import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { CLUSTER_USER } from '#platform/cluster.ts';
import type { Place } from '#platform/places.ts';
import { run } from '#platform/run.ts';

/**
 * Makes the run's cluster with the PostgreSQL that TEST_POSTGRES_BIN names (`/usr/lib/postgresql/15/bin`, Debian's), and
 * answers that folder; nothing where it is not set: the run makes its own with the PostgreSQL from npm.
 */
export async function anotherPostgres({ dataDir, runAs }: Place): Promise<string | undefined> {
	const programs = process.env.TEST_POSTGRES_BIN;
	if (!programs) return undefined;
	const [folder, password] = [join(dataDir, 'pg'), join(dataDir, 'pg.password')];
	await mkdir(folder, { mode: 0o700 });
	await writeFile(password, randomBytes(18).toString('base64url'), { mode: 0o600 });
	if (runAs) for (const path of [folder, password]) await chown(path, runAs.uid, runAs.gid);
	await run(join(programs, 'initdb'), [...oldOptions, '-D', folder, `--pwfile=${password}`], runAs);
	return programs;
}

/** What `initdb` of every version from 15 on knows; the builtin locale of the product's own came with 17. */
const oldOptions = [
	`--username=${CLUSTER_USER}`,
	'--auth=scram-sha-256',
	'--encoding=UTF8',
	'--locale=C.UTF-8',
	'--no-instructions',
];

export async function versionOf(url: string): Promise<string> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const { rows } = await client.query<{ server_version: string }>('show server_version');
	await client.end();
	return rows[0]?.server_version ?? '';
}
