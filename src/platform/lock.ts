import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does `work` while no other process holds the same lock file. Node has no flock of its own; SQLite's lock is one that
 * the kernel lets go when its holder dies, however it dies, so no stale lock can be left behind.
 */
export async function locked<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
	const lock = new DatabaseSync(file, { timeout: 0 });
	try {
		while (!tryTo(lock)) await sleep(20);
		return await work();
	} finally {
		lock.close();
	}
}

const SQLITE_BUSY = 5;

function tryTo(lock: DatabaseSync): boolean {
	try {
		lock.exec('begin exclusive');
		return true;
	} catch (error) {
		if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
		throw error;
	}
}
