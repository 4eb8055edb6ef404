import { beforeEach, expect, test } from 'vitest';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { deskPage } from '#lib/server/queries/desk.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import {
	begin,
	forgetTickets,
	giveLicence,
	giveProduct,
	giveStaff,
	granted,
	key,
	saying,
	testHouse,
} from '../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, marta, davide } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const mappale = await giveProduct(desk, 'Mappale');
await giveLicence(desk, paola, mappale);
const { opened, taken, inHand, awaitingCustomer } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

const head = async (agent: StaffViewer) => {
	const { head } = await deskPage(desk, agent);
	return head && { number: head.line.number, past: head.past, back: head.line.back, mine: head.line.reserved?.mine };
};
/** What is told is what Take next gives. */
const gives = async (agent: StaffViewer) => expect(await taken(agent)).toBe((await told.get(agent))?.number);
const told = new Map<StaffViewer, Awaited<ReturnType<typeof head>>>();
async function expectHead(agent: StaffViewer, expected: Awaited<ReturnType<typeof head>>): Promise<void> {
	told.set(agent, await head(agent));
	expect(told.get(agent)).toEqual(expected);
}

test('the first that arrived; nothing where nobody waits; consultancy once there is no technical one', async () => {
	await expectHead(marta, undefined);
	const consultancy = await opened(paola, { lane: 'consultancy' });
	await expectHead(marta, { number: consultancy, past: [], back: undefined, mine: undefined });
	const technical = await opened(paola);
	await expectHead(marta, { number: technical, past: [], back: undefined, mine: undefined });
	await gives(marta);
});

test('behind more than the desk shows, past software that is not covered', async () => {
	for (let count = 0; count < 7; count++) await opened(paola, { product: mappale });
	const mine = await opened(paola);
	granted(await setCoverage(desk, elena, { account: marta.id, products: [product], ...key() }));
	await expectHead(marta, { number: mine, past: ['not-covered'], back: undefined, mine: undefined });
	expect((await deskPage(desk, marta)).queue.every(({ notCovered }) => notCovered)).toBe(true);
	await gives(marta);
	granted(await setCoverage(desk, elena, { account: marta.id, products: null, ...key() }));
});

test('one that came back is told with its reason, first to whom it is kept for, past it to the others', async () => {
	for (const agent of [marta, davide]) granted(await goOnDuty(desk, agent, key()));
	const answered = await awaitingCustomer(paola, marta);
	const passed = await inHand(paola, davide);
	granted(await handOver(desk, davide, { ...saying(passed, ''), colleague: marta.id }));
	granted(await replyAsCustomer(desk, paola, saying(answered)));
	const fresh = await opened(paola);
	const page = await deskPage(desk, marta);
	expect(page.cameBack).toMatchObject([
		{ number: answered, back: 'replied' },
		{ number: passed, back: 'handed-over' },
	]);
	expect((await deskPage(desk, davide)).cameBack).toEqual([]);
	await expectHead(marta, { number: answered, past: [], back: 'replied', mine: true });
	await expectHead(davide, { number: fresh, past: ['reserved'], back: undefined, mine: undefined });
	await gives(marta);
	await gives(davide);
	clock.advance({ minutes: 60 });
	expect((await deskPage(desk, marta)).cameBack).toEqual([]);
	await expectHead(davide, { number: passed, past: [], back: 'handed-over', mine: undefined });
});
