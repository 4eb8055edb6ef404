import { copyFile, rm, stat, truncate } from 'node:fs/promises';

/**
 * Keeps a log that another process appends to from growing without end: past `most` bytes it begins anew, and what was in it
 * stands beside it as `<file>.1` in place of the one before. What is appended in between may be lost.
 */
export async function boundLog(file: string, most: number): Promise<void> {
	const { size } = await stat(file).catch(() => ({ size: 0 }));
	if (size <= most) return;
	// On a full disk room is worth more than what was said before.
	await copyFile(file, `${file}.1`).catch(() => rm(`${file}.1`, { force: true }));
	await truncate(file, 0);
}
