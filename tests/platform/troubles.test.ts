// Each trouble is made to happen; what is told is one sentence that says what is wrong, and one that says what to do.
import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChild } from '../support/child.ts';
import { emptyDatabase } from '../support/desk.ts';
import { freePort } from '../support/web.ts';

const folder = (name: string) => mkdtemp(join(inject('scratch'), `${name}-`));
const settings = { DATA_DIR: await folder('troubles'), PORT: String(await freePort()) };
const start = (others: NodeJS.ProcessEnv = {}) => startChild('src/main.ts', { ...settings, ...others });
const isRoot = process.getuid?.() === 0;

/** The sentence with which it gives up; fails where it says anything else, or starts. */
async function refusalOf(others: NodeJS.ProcessEnv = {}): Promise<string> {
	const child = start(others);
	expect(await child.ended).toBe(1);
	expect(child.output()).toMatch(/^sportello: .*\n$/);
	return child.output().slice('sportello: '.length, -1);
}

async function startOnce(others: NodeJS.ProcessEnv = {}): Promise<void> {
	const child = start(others);
	await child.says('Sportello is ready');
	child.kill('SIGTERM');
	expect(await child.ended).toBe(0);
}

const at = (...parts: string[]) => join(settings.DATA_DIR, ...parts);
beforeAll(() => startOnce());

test('the database of another PostgreSQL is named with its version', async () => {
	const version = await readFile(at('pg/PG_VERSION'), 'utf8');
	await writeFile(at('pg/PG_VERSION'), '16\n');
	expect(await refusalOf()).toMatch(
		/^The database in \S+\/pg is one of PostgreSQL 16, and .* brings PostgreSQL 18\. Start /,
	);
	await writeFile(at('pg/PG_VERSION'), version);
});

test('a database of which a part is missing is named, whatever its log said before', async () => {
	await rename(at('pg/global'), at('elsewhere'));
	expect(await refusalOf()).toMatch(/^The folder \S+\/pg is not, or not wholly, a database of Sportello\. Put /);
	await rename(at('elsewhere'), at('pg/global'));
});

test('a setting that PostgreSQL does not know is named, not a line of some other day', async () => {
	const file = at('pg/postgresql.auto.conf');
	const good = await readFile(file, 'utf8');
	await writeFile(at('pg/server.log'), 'FATAL:  of another day\n', { flag: 'a' });
	await writeFile(file, `${good}nonsense = 1\n`);
	expect(await refusalOf()).toMatch(
		/^PostgreSQL did not start: unrecognized configuration parameter "nonsense" .*server\.log/,
	);
	await writeFile(file, good);
});

test('a database folder that was given to somebody else is named', async () => {
	const { uid, gid } = await stat(at('pg'));
	await (isRoot ? chown(at('pg'), 0, 0) : chmod(at('pg'), 0o500));
	expect(await refusalOf()).toMatch(/\/pg (?:\(EACCES\)|cannot be written to \(EACCES\))\. Give it to /);
	await (isRoot ? chown(at('pg'), uid, gid) : chmod(at('pg'), 0o700));
});

test('a password that is gone is named', async () => {
	await rename(at('pg.password'), at('elsewhere'));
	expect(await refusalOf()).toMatch(/^The file \S+\/pg\.password is missing\. Put back that of your backup/);
	await rename(at('elsewhere'), at('pg.password'));
});

test('a folder with files of another program is left as it is', async () => {
	const DATA_DIR = await folder('other');
	for (const name of ['ibdata1', 'mysql.ibd', '.hidden']) await writeFile(join(DATA_DIR, name), '');
	expect(await refusalOf({ DATA_DIR })).toMatch(
		/belongs to another program: it holds ibdata1, mysql\.ibd\. Set DATA_DIR /,
	);
});

describe('a database that was given', () => {
	const execute = async (url: string, statement: string) => {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		await client.query(statement).finally(() => client.end());
	};

	test('with tables of another program is left as it is', async () => {
		const { url } = await emptyDatabase();
		await execute(url, 'create table wp_posts (id integer); create table wp_users (id integer)');
		expect(await refusalOf({ DATABASE_URL: url })).toMatch(
			/belongs to another program: it has wp_posts, wp_users\. Give /,
		);
	});

	test('of a newer version is left as it is', async () => {
		const { url } = await emptyDatabase();
		await startOnce({ DATABASE_URL: url });
		await execute(url, `insert into kysely_migration (name, timestamp) values ('9999_of_tomorrow', '')`);
		expect(await refusalOf({ DATABASE_URL: url })).toMatch(
			/^The database belongs to a newer version of Sportello: this one does not know 9999_of_tomorrow\. Start the newer/,
		);
	});

	test('to a user who may not make tables there says so', async () => {
		const { url } = await emptyDatabase();
		const user = `guest_${process.pid}`;
		await execute(url, `create role ${user} login password 'guest'`);
		const asGuest = Object.assign(new URL(url), { username: user, password: 'guest' });
		const told = await refusalOf({ DATABASE_URL: asGuest.href });
		await execute(url, `drop role ${user}`);
		expect(told).toMatch(/^The database user may not do what Sportello needs: permission denied .*\. Make the user in/);
	});
});

/** Only root may mount, and not in every container. */
const disk = await folder('disk');
const mounted = mount('size=150m');
function mount(options: string): boolean {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
afterAll(() => void (mounted && execFileSync('umount', [disk])));

describe.runIf(mounted)('a disk', () => {
	const DATA_DIR = join(disk, 'data');
	const fill = () => {
		try {
			execFileSync('dd', ['if=/dev/zero', `of=${join(disk, 'full')}`, 'bs=64k'], { stdio: 'ignore' });
		} catch {
			// full now
		}
	};
	const sentence = /^The disk that holds \S+ is full\. Make room on it and start again\.$/;

	test('that is full as the database is made, and one that is full later, are named; with room it starts', async () => {
		await mkdir(DATA_DIR);
		execFileSync('dd', ['if=/dev/zero', `of=${join(disk, 'most')}`, 'bs=1M', 'count=130'], { stdio: 'ignore' });
		expect(await refusalOf({ DATA_DIR })).toMatch(sentence);
		await rm(join(disk, 'most'));
		await startOnce({ DATA_DIR });
		fill();
		expect(await refusalOf({ DATA_DIR })).toMatch(sentence);
		await rm(join(disk, 'full'));
		await startOnce({ DATA_DIR });
	});

	test('that can only be read is named', async () => {
		execFileSync('mount', ['-o', 'remount,ro', disk]);
		expect(await refusalOf({ DATA_DIR })).toMatch(/cannot be written to \(EROFS\)/);
		execFileSync('mount', ['-o', 'remount,rw', disk]);
	});
});

test('after all of it the first installation starts as if nothing had been', () => startOnce());
