import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { diskIsFull } from './troubles.ts';

/**
 * Does `work` while no other process holds the same lock file. Node has no flock of its own; SQLite's lock is one that
 * the kernel lets go when its holder dies, however it dies, so no stale lock can be left behind.
 */
export async function locked<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
	const lock = opened(file);
	try {
		while (!tryTo(lock, file)) await sleep(20);
		return await work();
	} finally {
		lock.close();
	}
}

function opened(file: string): DatabaseSync {
	try {
		return new DatabaseSync(file, { timeout: 0 });
	} catch (cause) {
		throw unusable(file, cause);
	}
}

function unusable(file: string, cause: unknown): CannotStart {
	return new CannotStart(
		`The user who starts Sportello may not use ${file} (${(cause as Error).message}).`,
		'Give it to that user, or start Sportello as the user who owns it.',
		{ cause },
	);
}

const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
/** Read-only, not to be opened, not one of SQLite's files. */
const SQLITE_UNUSABLE: readonly (number | undefined)[] = [8, 14, 26];

function tryTo(lock: DatabaseSync, file: string): boolean {
	try {
		lock.exec('begin exclusive');
		return true;
	} catch (error) {
		const { errcode } = error as { errcode?: number };
		if (errcode === SQLITE_BUSY) return false;
		if (errcode === SQLITE_FULL) throw diskIsFull(dirname(file));
		throw SQLITE_UNUSABLE.includes(errcode) ? unusable(file, error) : error;
	}
}
