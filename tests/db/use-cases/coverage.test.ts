import { beforeEach, expect, test } from 'vitest';
import { servingAgent } from '#lib/server/db/agents.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { testDesk } from '../../support/desk.ts';
import {
	begin,
	everything,
	forgetTickets,
	giveProduct,
	giveStaff,
	granted,
	key,
	standingOf,
	testHouse,
} from '../../support/house.ts';
import { recorded } from '../../support/recorded.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk } = await testDesk();
const { product, paola, marta, giulia } = await testHouse(desk);
const admin = await giveStaff(desk, 'ada', 'administrator');
const other = await giveProduct(desk, 'Mappale');
const { inHand } = begin(desk, product);

beforeEach(() => forgetTickets(desk));
soundAfterEach(desk);

const covering = (products: number[] | null, account = marta.id) => ({ ...key(), account, products });
const covers = async () => (await servingAgent(desk.db, marta.id))?.covers;
const facts = () => desk.db.selectFrom('queue_log').select(['type', 'agent', 'covers']).orderBy('seq').execute();

test('an agent covers what is set, in order and once each; null is every product', async () => {
	expect(await setCoverage(desk, admin, covering([other, product, other]))).toEqual({ ok: true });
	expect(await covers()).toEqual([product, other]);
	expect(await setCoverage(desk, admin, covering(null))).toEqual({ ok: true });
	expect(await covers()).toBeUndefined();
	expect(await facts()).toEqual([
		{ type: 'coverage', agent: marta.id, covers: [product, other] },
		{ type: 'coverage', agent: marta.id, covers: null },
	]);
	const [all, both] = [{ products: null }, { products: ['Isoipsa', 'Mappale'] }];
	expect(await recorded(desk, 'coverage-changed')).toMatchObject([
		{ actor: admin.id, subject: marta.id, details: { from: all, to: both } },
		{ actor: admin.id, subject: marta.id, details: { from: both, to: all } },
	]);
});

test('what is so already is not told again', async () => {
	const before = await recorded(desk);
	granted(await setCoverage(desk, admin, covering(null)));
	expect(await facts()).toEqual([]);
	granted(await setCoverage(desk, admin, covering([product, other])));
	granted(await setCoverage(desk, admin, covering([other, product])));
	expect(await facts()).toHaveLength(1);
	expect(await recorded(desk)).toHaveLength(before.length + 1);
});

test('the same form sent again does not bring an earlier coverage back', async () => {
	const form = covering([product]);
	granted(await setCoverage(desk, admin, form));
	granted(await setCoverage(desk, admin, covering([other])));
	expect(await setCoverage(desk, admin, form)).toEqual({ ok: true });
	expect(await covers()).toEqual([other]);
});

test('what the agent has in hand stays in hand', async () => {
	const ticket = await inHand(paola, marta);
	granted(await setCoverage(desk, admin, covering([other])));
	expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'in-hand', agent: marta.id });
});

test.each([
	{ what: 'by a supervisor', by: giulia, form: covering([product]), reason: 'administrators-only' },
	{ what: 'by a user', by: paola, form: covering([product]), reason: 'administrators-only' },
	{ what: 'of a user', by: admin, form: covering([product], paola.id), reason: 'not-staff' },
	{ what: 'of nobody', by: admin, form: covering([product], 99_999), reason: 'unknown-record' },
	{ what: 'of a product that does not exist', by: admin, form: covering([product, 99_999]), reason: 'unknown-record' },
	{ what: 'of no product', by: admin, form: covering([]), reason: 'no-product' },
])('coverage is not set $what, and nothing changes', async ({ by, form, reason }) => {
	const before = await everything(desk);
	expect(await setCoverage(desk, by, form)).toEqual({ ok: false, refusal: { reason } });
	expect(await everything(desk)).toBe(before);
});

test('an administrator who is one no longer sets nothing', async () => {
	const former = { ...giulia, role: 'administrator' } as const;
	expect(await setCoverage(desk, former, covering([product]))).toMatchObject({
		refusal: { reason: 'administrators-only' },
	});
});
