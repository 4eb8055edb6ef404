import { beforeEach, describe, expect, test } from 'vitest';
import { answersFrom } from '#lib/domain/checklist.ts';
import { type MissingItem, missingItems } from '#lib/domain/hold.ts';
import { customerTicketPage } from '#lib/server/queries/customer-ticket-page.ts';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { begin, everything, forgetTickets, granted, on, saying, standingOf, testHouse } from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, chiara, marta } = await testHouse(desk);
const { opened, inHand, taken } = begin(desk, product);

soundAfterEach(desk);
beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

async function asked(missing: readonly MissingItem[] = missingItems): Promise<number> {
	const ticket = await inHand(paola, marta);
	granted(await awaitCustomer(desk, marta, { ...saying(ticket), missing: [...missing] }));
	return ticket;
}
const answering = (ticket: number, fields: Record<string, string>, text = '') => ({
	...on(ticket),
	text,
	files: [],
	answers: answersFrom(fields),
});
const staffPage = async (ticket: number) => (await staffTicketPage(desk, marta, ticket))?.page;
const customerPage = async (ticket: number) => (await customerTicketPage(desk, paola, ticket))?.page;
const lastMessage = async (ticket: number) =>
	(
		await desk.db
			.selectFrom('message')
			.select('source')
			.where('ticket', '=', ticket)
			.orderBy('id', 'desc')
			.executeTakeFirstOrThrow()
	).source;
const updates = async (ticket: number) =>
	(await staffPage(ticket))?.conversation.filter((item) => item.kind === 'happening' && item.environment);

describe('answers go out as one reply', () => {
	test('which is one message with their words, ends the wait, and queues the ticket at its old number (P5)', async () => {
		const ticket = await asked();
		const later = await opened(andrea);
		granted(await replyAsCustomer(desk, paola, answering(ticket, { version: '12.2', confirmation: 'fails' }, 'Ecco.')));
		expect(await lastMessage(ticket)).toBe(
			'- **Versione del software:** 12.2\n- **Ora funziona?** No, non ancora\n\nEcco.',
		);
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
		expect([await taken(marta), later > ticket]).toEqual([ticket, true]);
	});

	test('in the language of whoever answers', async () => {
		const ticket = await asked();
		granted(await replyAsCustomer(desk, { ...paola, language: 'en' }, answering(ticket, { version: '12.2' })));
		expect(await lastMessage(ticket)).toBe('- **Version of the software:** 12.2');
	});

	test('without any answer, text or file it is none', async () => {
		const ticket = await asked();
		const before = await everything(desk);
		expect(await replyAsCustomer(desk, paola, answering(ticket, { version: ' ' }))).toEqual({
			ok: false,
			refusal: { reason: 'empty-reply' },
		});
		expect(await everything(desk)).toBe(before);
	});

	test('the same answers under the same key are sent once; other answers are another reply', async () => {
		const ticket = await asked();
		const reply = answering(ticket, { version: '12.2' });
		granted(await replyAsCustomer(desk, paola, reply));
		const after = await everything(desk);
		granted(await replyAsCustomer(desk, paola, reply));
		expect(await everything(desk)).toBe(after);
		const other = { ...reply, answers: answersFrom({ version: '12.3' }) };
		expect(await replyAsCustomer(desk, paola, other)).toMatchObject({ refusal: { reason: 'request-key-reused' } });
	});
});

describe('answers about the environment are the ticket’s from then on', () => {
	test('both sides read them, and what happened is told in words', async () => {
		const ticket = await asked();
		granted(await replyAsCustomer(desk, paola, answering(ticket, { version: '12.2', tools: 'Stampante' })));
		const environment = { version: '12.2', operatingSystem: 'Windows 11', tools: 'Stampante' };
		expect((await staffPage(ticket))?.environment).toEqual(environment);
		expect((await customerPage(ticket))?.environment).toEqual(environment);
		expect(await updates(ticket)).toMatchObject([
			{ type: 'environment-updated', actor: 'Paola', environment: { version: '12.2', tools: 'Stampante' } },
		]);
	});

	test('the event keeps what they were before', async () => {
		const ticket = await asked();
		granted(await replyAsCustomer(desk, paola, answering(ticket, { version: '12.2' })));
		const { data } = await desk.db
			.selectFrom('event')
			.select('data')
			.where('type', '=', 'environment-updated')
			.executeTakeFirstOrThrow();
		expect(data).toMatchObject({ changed: { version: '12.2' }, before: { version: '12.1' } });
	});

	test('confirming what the ticket says is an answer and updates nothing', async () => {
		const ticket = await asked(['product-version']);
		granted(await replyAsCustomer(desk, paola, answering(ticket, { versionAsBefore: '12.1' })));
		expect(await lastMessage(ticket)).toBe('- **Versione del software:** 12.1');
		expect(await updates(ticket)).toEqual([]);
	});

	test('a reply that is refused at the lapse updates nothing', async () => {
		const ticket = await asked();
		clock.set(Temporal.Instant.from('2026-12-01T00:00:00+01:00'));
		const before = await everything(desk);
		const late = await replyAsCustomer(desk, paola, answering(ticket, { version: '12.2' }));
		expect(late).toMatchObject({ refusal: { reason: 'resolved', as: 'lapsed' } });
		expect(await everything(desk)).toBe(before);
	});

	test('nobody answers on a ticket of another customer', async () => {
		const ticket = await asked();
		const before = await everything(desk);
		expect(await replyAsCustomer(desk, chiara, answering(ticket, { version: '12.2' }))).toMatchObject({
			refusal: { reason: 'not-found' },
		});
		expect(await everything(desk)).toBe(before);
	});
});

describe('the desk sees what was asked, and what of it was answered', () => {
	test('once the ticket has come back', async () => {
		const ticket = await asked(['product-version', 'reference-files', 'confirmation']);
		expect((await staffPage(ticket))?.answered).toBeUndefined();
		granted(await replyAsCustomer(desk, paola, answering(ticket, { version: '12.2', other: 'Non chiesto.' })));
		const told = { asked: ['product-version', 'reference-files', 'confirmation'], answered: ['product-version'] };
		expect((await staffPage(ticket))?.answered).toEqual({ ...told, at: MONDAY_MORNING.toString() });
		await taken(marta);
		expect((await staffPage(ticket))?.answered).toMatchObject(told);
		expect(JSON.stringify(await customerPage(ticket))).not.toContain('"answered"');
	});

	test('a file answers what asked for files; a text alone answers nothing item by item', async () => {
		const ticket = await asked(['reference-files', 'confirmation']);
		const file = { name: 'rilievo.txt', size: 3, sha256: Buffer.alloc(32), mediaType: 'text/plain' };
		granted(await replyAsCustomer(desk, paola, { ...answering(ticket, {}, 'Ecco.'), files: [file] }));
		expect((await staffPage(ticket))?.answered).toMatchObject({ answered: ['reference-files'] });
	});

	test('answers that come after the request was withdrawn are a message like another', async () => {
		const ticket = await asked(['product-version']);
		granted(await withdrawRequest(desk, marta, on(ticket)));
		granted(await replyAsCustomer(desk, paola, answering(ticket, { version: '12.2' })));
		expect((await staffPage(ticket))?.answered).toBeUndefined();
		expect((await staffPage(ticket))?.environment).toMatchObject({ version: '12.2' });
	});
});
