import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Upload } from '#lib/server/db/messages.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { testDesk } from '../../support/desk.ts';
import { asking, begin, everything, forgetTickets, granted, key, on, saying, testHouse } from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk } = await testDesk();
const { product, paola, marta, davide } = await testHouse(desk);
const { inHand } = begin(desk, product);

beforeEach(() => forgetTickets(desk));
soundAfterEach(desk);

const blank = ' \n\t ';
const file: Upload = { name: 'rilievo.txt', size: 1, sha256: Buffer.alloc(32), mediaType: 'text/plain' };
const written = (ticket: number) =>
	desk.db.selectFrom('message').select(['source', 'side']).where('ticket', '=', ticket).orderBy('id').execute();

type Says = (ticket: number, text: string) => Promise<Outcome<unknown, { reason: string }>>;
const acts: { what: string; says: Says; reason: string }[] = [
	{ what: 'an evaluation', says: (ticket, text) => evaluate(desk, marta, saying(ticket, text)), reason: 'no-message' },
	{
		what: 'a request to the customer',
		says: (ticket, text) => awaitCustomer(desk, marta, { ...asking(ticket), text }),
		reason: 'no-message',
	},
	{
		what: 'a move to the other lane',
		says: (ticket, text) => moveLane(desk, marta, { ...on(ticket), lane: 'consultancy', text }),
		reason: 'no-reason-given',
	},
	{
		what: 'a reply of the agent without a file',
		says: (ticket, text) => replyToCustomer(desk, marta, saying(ticket, text)),
		reason: 'empty-reply',
	},
	{
		what: 'a reply of the customer without a file',
		says: (ticket, text) => replyAsCustomer(desk, paola, saying(ticket, text)),
		reason: 'empty-reply',
	},
];

describe.each(acts)('$what', ({ says, reason }) => {
	test.each([{ text: '' }, { text: blank }])(
		'that says nothing is refused, and nothing changes: $text',
		async ({ text }) => {
			const ticket = await inHand(paola, marta);
			const before = await everything(desk);
			expect(await says(ticket, text)).toEqual({ ok: false, refusal: { reason } });
			expect(await everything(desk)).toBe(before);
		},
	);
});

test('a request that names nothing as missing is refused, and nothing changes', async () => {
	const ticket = await inHand(paola, marta);
	const before = await everything(desk);
	const outcome = await awaitCustomer(desk, marta, { ...asking(ticket), missing: [] });
	expect(outcome).toEqual({ ok: false, refusal: { reason: 'nothing-missing' } });
	expect(await everything(desk)).toBe(before);
});

test('a file alone is a reply, from either side', async () => {
	const ticket = await inHand(paola, marta);
	granted(await replyToCustomer(desk, marta, { ...on(ticket), text: '', files: [file] }));
	granted(await replyAsCustomer(desk, paola, { ...on(ticket), text: '', files: [file] }));
	expect((await written(ticket)).map(({ side }) => side)).toEqual(['customer', 'support', 'customer']);
});

test('a solution may have been said already: without a word it leaves no message', async () => {
	const ticket = await inHand(paola, marta);
	granted(await resolve(desk, marta, saying(ticket, blank)));
	expect(await written(ticket)).toHaveLength(1);
});

test('a hand-over without a word leaves no note, and its notice quotes none', async () => {
	const ticket = await inHand(paola, marta);
	granted(await goOnDuty(desk, davide, key()));
	granted(await handOver(desk, marta, { ...on(ticket), colleague: davide.id, text: blank }));
	expect(await desk.db.selectFrom('note').select('id').execute()).toEqual([]);
	const { body } = await desk.db.selectFrom('mail_out').select('body').executeTakeFirstOrThrow();
	expect(body).not.toMatch(/^>/m);
});
