import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Lane } from '#lib/domain/queue.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import audit from '../../src/cli/commands/audit.ts';
import type { Opened } from '../../src/composition/open.ts';
import { testDesk } from '../support/desk.ts';
import { giveShop, type Shop } from '../support/shop.ts';

const { desk } = await testDesk();
let shop: Shop;
const key = () => ({ requestKey: randomUUID() });
const [user, agent] = [() => shop.users[0] as Shop['users'][number], () => shop.agents[0] as Shop['agents'][number]];

async function opens(lane: Lane): Promise<void> {
	const said = { subject: 'Non parte', description: 'Testo', version: '', operatingSystem: '', tools: '' };
	const product = shop.products[0] as number;
	await openTicket(desk, user(), { ...key(), ...said, product, lane, files: [], follows: undefined });
}

async function takesAndResolves(): Promise<void> {
	const taken = await takeNext(desk, agent(), key());
	if (taken.ok) await resolve(desk, agent(), { ...key(), ticket: taken.value.ticket, text: '', files: [] });
}

const said: string[] = [];
beforeEach(() => {
	said.length = 0;
	vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(...line.split('\n')));
});
afterEach(() => vi.restoreAllMocks());

const audited = () => audit.run([], async () => ({ desk }) as Opened);

beforeAll(async () => {
	shop = await giveShop(desk, { products: 1, users: 1, agents: 1 });
	await opens('consultancy'); // 1
	await opens('technical'); // 2
	await opens('technical'); // 3
	for (let takings = 0; takings < 3; takings++) await takesAndResolves();
});

test('an honest log passes, with the count of what was checked', async () => {
	expect(await audited()).toBe(0);
	expect(said).toEqual(['takings checked: 3, overtakings: 0']);
});

test('somebody who rewrites the log so that another was served first is found out, in words', async () => {
	const rows = await desk.db.selectFrom('queue_log').selectAll().where('seq', '>', 3).orderBy('seq').execute();
	// The agent, who was not on duty, is from the first taking on.
	expect(rows.map(({ type, ticket }) => ticket ?? type)).toEqual(['duty', 2, 2, 3, 3, 1, 1]);
	for (const { seq, ticket } of rows) {
		if (ticket === null) continue;
		const other = { 1: 2, 2: 3, 3: 1 }[ticket] as number;
		await desk.db.updateTable('queue_log').set({ ticket: other }).where('seq', '=', seq).execute();
	}
	expect(await audited()).toBe(1);
	expect(said).toEqual([
		'takings checked: 3, overtakings: 2',
		`row 5: agent ${agent().id} took ticket 3 while ticket 2 was queued before it (P4)`,
		`row 7: agent ${agent().id} took consultancy ticket 1 while technical ticket 2 was queued (P6)`,
	]);
});

test('a row that was taken out is found out', async () => {
	await desk.db.deleteFrom('queue_log').where('seq', '=', 6).execute();
	expect(await audited()).toBe(1);
	expect(said).toContain('row 7: the log has a gap: row 6 should stand here');
});
