import { beforeEach, describe, expect, test } from 'vitest';
import { colleagues } from '#lib/server/queries/colleagues.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { takeOffDuty } from '#lib/server/use-cases/take-off-duty.ts';
import { testDesk } from '../../support/desk.ts';
import {
	begin,
	everything,
	forgetTickets,
	giveStaff,
	granted,
	key,
	standingOf,
	testHouse,
} from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk } = await testDesk();
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const ada = await giveStaff(desk, 'ada', 'administrator');
const { inHand, underEvaluation } = begin(desk, product);

beforeEach(() => forgetTickets(desk));
soundAfterEach(desk);

const taking = (agent: { id: number }) => ({ ...key(), agent: agent.id });

describe('a colleague who has gone home', () => {
	test.each([giulia, ada])(
		'is taken off duty by whoever supervises, and the log tells by whom: $role',
		async (viewer) => {
			const held = await underEvaluation(paola, marta);
			const ticket = await inHand(paola, marta);
			const input = taking(marta);
			expect(granted(await takeOffDuty(desk, viewer, input))).toEqual({ putBack: [ticket] });
			expect(granted(await takeOffDuty(desk, viewer, input))).toEqual({ putBack: [ticket] });

			expect(await standingOf(desk, marta, ticket)).toMatchObject({ state: 'queued' });
			expect(await standingOf(desk, marta, held)).toMatchObject({ state: 'under-evaluation', agent: marta.id });
			const told = desk.db.selectFrom('queue_log').select(['type', 'actor', 'agent', 'reason']);
			expect(await told.orderBy('seq', 'desc').limit(2).execute()).toEqual([
				{ type: 'duty', actor: viewer.id, agent: marta.id, reason: null },
				{ type: 'queued', actor: viewer.id, agent: null, reason: 'off-duty' },
			]);
		},
	);

	test('is not by another agent, and whoever is off duty stays so', async () => {
		await inHand(paola, marta);
		const before = await everything(desk);
		expect(await takeOffDuty(desk, davide, taking(marta))).toEqual({
			ok: false,
			refusal: { reason: 'supervisors-only' },
		});
		expect(await everything(desk)).toBe(before);
		const log = () => desk.db.selectFrom('queue_log').select('seq').execute();
		const rows = await log();
		expect(granted(await takeOffDuty(desk, giulia, taking(davide)))).toEqual({ putBack: [] });
		expect(await log()).toEqual(rows);
	});

	test('is of the staff: a user of a customer, or nobody, cannot be', async () => {
		for (const agent of [paola, { id: 999_999 }]) {
			expect(await takeOffDuty(desk, giulia, taking(agent))).toMatchObject({ refusal: { reason: 'unknown-record' } });
		}
	});
});

test('colleagues: those on duty first, what they cover and have in hand; the disabled are counted', async () => {
	const ticket = await inHand(paola, marta);
	granted(await goOnDuty(desk, giulia, key()));
	granted(await setCoverage(desk, ada, { ...key(), account: davide.id, products: [product] }));
	const rino = await giveStaff(desk, 'rino', 'agent');
	granted(await disableAccount(desk, ada, { ...key(), account: rino.id }));
	const found = await colleagues(desk);
	expect(found.disabled).toBe(1);
	expect(found.colleagues.map(({ id, onDuty, covers, inHand }) => ({ id, onDuty, covers, inHand }))).toEqual([
		{ id: giulia.id, onDuty: true, covers: undefined, inHand: [] },
		{ id: marta.id, onDuty: true, covers: undefined, inHand: [ticket] },
		{ id: ada.id, onDuty: false, covers: undefined, inHand: [] },
		{ id: davide.id, onDuty: false, covers: ['Isoipsa'], inHand: [] },
	]);
});
