import { afterEach, beforeEach, expect, test } from 'vitest';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { type Heard, hear, markOf } from '../support/events.ts';
import { begin, granted, key, on, saying, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, chiara, marta } = await testHouse(desk);
const { opened, inHand, taken } = begin(desk, product);
const web = await startWeb(testing);
const cookie = await signedIn(desk, chiara);
const streams: Heard[] = [];

/** In hand with Marta, and behind it one of Chiara's, whose page is open. */
let before: number;
let mine: number;
let page: string;
beforeEach(async () => {
	before = await inHand(paola, marta);
	mine = await opened(chiara);
	page = `/live?ticket=${mine}&since=${await markOf(web, `/tickets/${mine}`, cookie)}`;
});
afterEach(async () => {
	for (const stream of streams.splice(0)) stream.leave();
	for (const ticket of [before, mine]) {
		if (ticket === mine) expect(await taken(marta)).toBe(mine);
		granted(await resolve(desk, marta, saying(ticket)));
	}
});

async function looks(): Promise<Heard> {
	const heard = await hear(web, page, cookie);
	streams.push(heard);
	await heard.next('hello');
	return heard;
}

const comesBack = async () => granted(await putBack(desk, marta, on(before)));

test('the place of a queued ticket is told with why it changed, and nothing of whose ticket it was', async () => {
	const heard = await looks();
	await comesBack();
	const after = { lane: 'technical', technicalAhead: 0, followed: true };
	const change = (because: string) => ({ because, lane: 'technical', count: 1, at: expect.any(String) });
	expect(await heard.next('place')).toEqual({
		...after,
		mark: expect.any(String),
		ahead: 1,
		changes: [change('put-back')],
	});
	await taken(marta);
	expect(await heard.next('place')).toEqual({
		...after,
		mark: expect.any(String),
		ahead: 0,
		changes: [change('taken')],
	});
});

test('it is told with why, to a page that was away meanwhile', async () => {
	await comesBack();
	expect(await (await looks()).next('place')).toMatchObject({ ahead: 1, changes: [{ because: 'put-back', count: 1 }] });
	await taken(marta);
});

test('it is not told to a page that shows it', async () => {
	const first = await looks();
	await comesBack();
	await first.next('place');
	page = `/live?ticket=${mine}&since=${await markOf(web, `/tickets/${mine}`, cookie)}`;
	const heard = await looks();
	await taken(marta);
	expect(await heard.next('place')).toMatchObject({ ahead: 0, changes: [{ because: 'taken' }] });
});

test('it says whether anybody on duty follows its software', async () => {
	const heard = await looks();
	granted(await goOffDuty(desk, marta, key()));
	let place = await heard.next('place');
	while (place.followed) place = await heard.next('place');
	granted(await goOnDuty(desk, marta, key()));
	expect(await heard.next('place')).toMatchObject({ followed: true });
	await taken(marta);
});
