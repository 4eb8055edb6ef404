// Waits, in a process of its own, for the test run to end in whatever way (its end of the pipe closes even on kill -9),
// then ends every process that the run left behind, PostgreSQL last, and removes its folder.
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Cluster } from '#platform/cluster.ts';

const [scratch = ''] = process.argv.slice(2);
await text(process.stdin);

for (const name of await readdir(scratch)) {
	const [, child] = name.match(/^child-(\d+)$/) ?? [];
	if (child) end(Number(child));
}
for (const folder of [scratch, ...(await readdir(scratch)).map((name) => join(scratch, name))]) {
	const found = await stat(join(folder, 'pg/postmaster.pid')).catch(() => undefined);
	if (found) await stop(join(folder, 'pg'), { uid: found.uid, gid: found.gid });
}
await rm(scratch, { recursive: true, force: true, maxRetries: 10 }); // a server that was killed may still be dying

function end(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// it has ended by itself
	}
}

async function stop(folder: string, owner: { uid: number; gid: number }): Promise<void> {
	const runAs = process.getuid?.() === 0 ? owner : undefined;
	const cluster = await Cluster.at({ dataDir: dirname(folder), moved: false, runAs });
	await cluster.stop().catch(() => undefined); // it was killed, and left its pid file
}
