// Waits, in a process of its own, for the test run to end in whatever way (its end of the pipe closes even on kill -9),
// then stops the run's PostgreSQL if it still runs and removes its folder.
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Cluster } from '#platform/cluster.ts';

const [dataDir = ''] = process.argv.slice(2);
await text(process.stdin);

const owner = await stat(join(dataDir, 'pg')).catch(() => undefined);
const runAs = owner?.uid && process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
const cluster = await Cluster.at({ dataDir, moved: false, runAs });
if (await cluster.isRunning()) await cluster.stop();
await rm(dataDir, { recursive: true, force: true });
