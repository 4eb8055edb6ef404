import { beforeAll, expect, test, vi } from 'vitest';
import { correctProduct } from '#lib/server/use-cases/correct-product.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import audit from '../../src/cli/commands/audit.ts';
import { fillWithDemo } from '../../src/cli/demo/fill.ts';
import type { Opened } from '../../src/composition/open.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { begin, giveLicence, giveProduct, giveStaff, granted, key, on, saying, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { db } = desk;
const filled = await fillWithDemo(desk, 'small');
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const other = await giveProduct(desk, 'Topko');
const boss = await giveStaff(desk, 'boss', 'administrator');
const { opened, taken } = begin(desk, product);
const web = await startWeb(testing);
const cookie = await signedIn(desk, giulia);

/** What the page says: how many were taken, whether anybody was passed over, and the rows in which something is wrong. */
async function pageSays() {
	const html = await (await web.fetch('/desk/order', { headers: { cookie } })).text();
	const text = html.replaceAll(/<!--.*?-->|<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
	const [, takings, overtakings] = /Prese in lavorazione, in tutto: (\d+); sorpassi: (\w+)/.exec(text) ?? [];
	const rows = [...html.matchAll(/<strong>Riga (\d+)<\/strong>/g)].map(([, row]) => Number(row));
	return { takings: Number(takings), overtakings: overtakings === 'nessuno' ? 0 : Number(overtakings), rows };
}

async function auditSays() {
	const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
	await audit.run([], async () => ({ desk }) as Opened);
	const said = log.mock.calls.flat().join('\n');
	log.mockRestore();
	const [, takings, overtakings] = /takings checked: (\d+), overtakings: (\d+)/.exec(said) ?? [];
	const rows = [...said.matchAll(/^row (\d+):/gm)].map(([, row]) => Number(row));
	return { takings: Number(takings), overtakings: Number(overtakings), rows: [...new Set(rows)].toReversed() };
}

/** Coverage, duty, a merge, a correction, a hand-over, a move and a leaving, on top of the demo's three weeks. */
beforeAll(async () => {
	expect(filled.ok).toBe(true);
	await giveLicence(desk, paola, other);
	for (const { id } of [marta, davide])
		granted(await setCoverage(desk, boss, { ...key(), account: id, products: [product, other] }));
	const [first, second] = [await opened(paola), await opened(paola)];
	clock.advance({ minutes: 20 });
	expect(await taken(marta)).toBe(first);
	granted(await mergeTicket(desk, marta, { ...on(first), other: second }));
	granted(await correctProduct(desk, marta, { ...on(first), product: other }));
	const third = await opened(paola);
	expect(await taken(davide)).toBe(third);
	granted(await handOver(desk, marta, { ...on(first), colleague: davide.id, text: 'La segui tu?' }));
	granted(await resolve(desk, davide, saying(third)));
	clock.advance({ minutes: 10 });
	expect(await taken(davide)).toBe(first);
	granted(await moveLane(desk, davide, { ...on(first), lane: 'consultancy', text: 'È una consulenza.' }));
	const fourth = await opened(paola);
	expect(await taken(davide)).toBe(fourth);
	granted(await goOffDuty(desk, davide, key()));
	expect(await taken(marta)).toBe(fourth);
});

test('after a morning of every act the page and the command say the same: nothing is wrong', async () => {
	const said = await pageSays();
	expect(said).toEqual(await auditSays());
	expect(said).toMatchObject({ overtakings: 0, rows: [] });
	const takings = await db.selectFrom('queue_log').select('seq').where('type', '=', 'taken').execute();
	expect(said.takings).toBe(takings.length);
});

test('where something is wrong they name the same rows', async () => {
	const lastTaking = db
		.selectFrom('queue_log')
		.select(({ fn }) => fn.max('seq').as('seq'))
		.where('type', '=', 'taken');
	await db.updateTable('queue_log').set({ actor: giulia.id }).where('seq', '=', lastTaking).execute();
	const said = await pageSays();
	expect(said.rows.length).toBeGreaterThan(0);
	expect(said).toEqual(await auditSays());
});
