// `npm run plans`: the plans and times of the queries behind the pages and acts everybody waits for, on 100,000 tickets of which 5,000
// are queued. The queries are those the product sends, caught on their way. Exits with 1 when one takes over 2 ms.
// `npm run plans -- notices queue`: only what has one of these words in its name.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '#lib/server/desk.ts';
import { careless } from '#platform/cluster.ts';
import { placeData } from '#platform/places.ts';
import { joinCluster } from '#platform/postgres.ts';
import { administration } from './plans/administration.ts';
import { answering } from './plans/answering.ts';
import { type Asked, catchQueries } from './plans/catch.ts';
import { customers } from './plans/customers.ts';
import { explain, type Timed } from './plans/explain.ts';
import { connected, fill } from './plans/fill.ts';
import { portal } from './plans/portal.ts';
import { report } from './plans/report.ts';
import { searching } from './plans/searching.ts';
import { searchingAsStaff } from './plans/searching-as-staff.ts';
import { serving } from './plans/serving.ts';
import { writing } from './plans/writing.ts';

const place = await placeData(await mkdtemp(join(tmpdir(), 'sportello-plans-')));
const postgres = await joinCluster(place, { name: 'sportello plans', settings: careless });
try {
	process.exitCode = report(await measure(postgres.url)) ? 0 : 1;
} finally {
	await postgres.leave();
	await rm(place.dataDir, { recursive: true, force: true });
}

/** What is asked is carried out on a copy; what that sent is explained, and undone, on the untouched original. */
async function measure(url: string): Promise<Timed[]> {
	const { original, copy } = await fill(url);
	const caught = await catchQueries(copy, join(place.dataDir, 'files'), ask);
	return connected(original, async (client) => {
		const timed: Timed[] = [];
		for (const [asked, queries] of caught) timed.push(...(await explain(client, asked, queries)));
		return timed;
	});
}

/** Reading first, so that it finds the house as it was filled. */
async function ask(desk: Desk): Promise<Asked> {
	const words = process.argv.slice(2);
	const everything: Asked = {};
	for (const part of [portal, serving, answering, customers, administration, searching, searchingAsStaff, writing])
		Object.assign(everything, await part(desk));
	const wanted = Object.entries(everything).filter(
		([name]) => words.length === 0 || words.some((word) => name.includes(word)),
	);
	return Object.fromEntries(wanted);
}
