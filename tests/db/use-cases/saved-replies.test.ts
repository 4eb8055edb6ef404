import { beforeEach, describe, expect, test } from 'vitest';
import { savedReplyLimits } from '#lib/domain/limits.ts';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import { filledReply, repliesFor, savedReplies, savedReply } from '#lib/server/queries/saved-replies.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { changeSavedReply } from '#lib/server/use-cases/change-saved-reply.ts';
import { type CreateSavedReply, createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { removeSavedReply } from '#lib/server/use-cases/remove-saved-reply.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { testDesk } from '../../support/desk.ts';
import {
	asking,
	begin,
	everything,
	forgetTickets,
	giveProduct,
	giveStaff,
	granted,
	key,
	saying,
	testHouse,
} from '../../support/house.ts';

const { desk } = await testDesk();
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const ada = await giveStaff(desk, 'ada', 'administrator');
const other = await giveProduct(desk, 'Mappale');
const { inHand } = begin(desk, product);

beforeEach(async () => {
	await forgetTickets(desk);
	await desk.db.deleteFrom('saved_reply').execute();
});

const text = 'Gentile {{nome}},\nche versione di {{software}} usa?';
const thanks = { name: 'Grazie', shortcut: 'grazie', language: 'it', product: null, text, shared: false } as const;
const create = (viewer: StaffViewer, changed: Partial<CreateSavedReply> = {}) =>
	createSavedReply(desk, viewer, { ...thanks, ...key(), ...changed });
const created = async (viewer: StaffViewer, changed: Partial<CreateSavedReply> = {}) =>
	granted(await create(viewer, changed)).reply;
const change = (viewer: StaffViewer, reply: number, version = 1) =>
	changeSavedReply(desk, viewer, { ...thanks, ...key(), name: 'Altro', reply, version });
const remove = (viewer: StaffViewer, reply: number) => removeSavedReply(desk, viewer, { ...key(), reply });
const refusal = (reason: string) => ({ ok: false, refusal: expect.objectContaining({ reason }) });
const namesSeenBy = async (viewer: StaffViewer) => (await savedReplies(desk.db, viewer, {})).map(({ name }) => name);
const usedOf = async (reply: number) => (await savedReply(desk.db, marta, reply))?.used;

describe('who writes which', () => {
	const writers = { agent: davide, supervisor: giulia, administrator: ada };

	test.each(Object.entries(writers))('%s: shared ones', async (role, viewer) => {
		const reply = await created(giulia, { shared: true });
		if (role === 'agent') {
			expect(await create(viewer, { shortcut: 'nuova', shared: true })).toEqual(refusal('supervisors-share'));
			expect(await change(viewer, reply)).toEqual(refusal('supervisors-share'));
			expect(await remove(viewer, reply)).toEqual(refusal('supervisors-share'));
			expect(await namesSeenBy(marta)).toEqual(['Grazie']);
		} else {
			await created(viewer, { shortcut: 'nuova', name: 'Nuova', shared: true });
			granted(await change(viewer, reply));
			expect(await namesSeenBy(marta)).toEqual(['Altro', 'Nuova']);
			granted(await remove(viewer, reply));
			expect(await namesSeenBy(marta)).toEqual(['Nuova']);
		}
	});

	test.each(Object.entries(writers))('%s: a colleague’s own is not there', async (_, viewer) => {
		const reply = await created(marta);
		expect(await namesSeenBy(viewer)).toEqual([]);
		expect(await savedReply(desk.db, viewer, reply)).toBeUndefined();
		expect(await change(viewer, reply)).toEqual(refusal('saved-reply-gone'));
		expect(await remove(viewer, reply)).toEqual(refusal('saved-reply-gone'));
		expect(await namesSeenBy(marta)).toEqual(['Grazie']);
	});

	test('an agent’s own are theirs to change and remove', async () => {
		const reply = await created(marta);
		granted(await change(marta, reply));
		expect(await savedReply(desk.db, marta, reply)).toMatchObject({ name: 'Altro', version: 2, changedBy: 'Marta' });
		granted(await remove(marta, reply));
		expect(await namesSeenBy(marta)).toEqual([]);
	});
});

describe('a shortcut', () => {
	test('is of one text among those that somebody sees in a language', async () => {
		await created(marta);
		expect(await create(marta)).toEqual({ ok: false, refusal: { reason: 'shortcut-taken', by: 'Grazie' } });
		await created(marta, { language: 'en' });
		await created(davide);
		// Marta and Davide would see two; whose theirs are is not told.
		expect(await create(giulia, { shared: true })).toEqual({
			ok: false,
			refusal: { reason: 'shortcut-taken', by: undefined },
		});
		await created(giulia, { shared: true, shortcut: 'saluti' });
		expect(await create(marta, { shortcut: '/Saluti' })).toEqual(refusal('shortcut-taken'));
	});

	test('asked for by two at once is given to one', async () => {
		const asked = [create(marta), create(giulia, { shared: true }), create(marta)];
		expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('stays its own when its text is changed', async () => {
		const reply = await created(marta);
		granted(await change(marta, reply));
		expect(await change(marta, reply, 2)).toEqual({ ok: true, value: undefined });
	});
});

test('what somebody else has changed meanwhile is not overwritten', async () => {
	const reply = await created(giulia, { shared: true });
	granted(await change(ada, reply));
	expect(await change(giulia, reply)).toEqual({ ok: false, refusal: { reason: 'reply-changed', by: 'Ada' } });
});

test('a product that is not there and a text with an unknown variable are refused', async () => {
	expect(await create(marta, { product: 9999 })).toEqual(refusal('reply-product-gone'));
	expect(await create(marta, { text: '{{nme}}' })).toEqual(refusal('unknown-variable'));
});

test('there are no more than there may be', async () => {
	const at = await desk.clock.now(desk.db);
	const rows = Array.from({ length: savedReplyLimits.personal }, (_, nth) => ({
		...{ owner: marta.id, name: `N ${nth}`, shortcut: `n${nth}`, language: 'it' as const, text: 'Sì.' },
		...{ changed_at: at, changed_by: marta.id },
	}));
	await desk.db.insertInto('saved_reply').values(rows).execute();
	expect(await create(marta)).toEqual({
		ok: false,
		refusal: { reason: 'too-many-replies', most: savedReplyLimits.personal },
	});
	await created(davide);
});

describe('used for a message to the customer', () => {
	const acts: Record<string, (ticket: number, extra: object) => Promise<{ ok: boolean }>> = {
		reply: (ticket, extra) => replyToCustomer(desk, marta, { ...saying(ticket), ...extra }),
		await: (ticket, extra) => awaitCustomer(desk, marta, { ...asking(ticket), ...extra }),
		evaluate: (ticket, extra) => evaluate(desk, marta, { ...saying(ticket), ...extra }),
		resolve: (ticket, extra) => resolve(desk, marta, { ...saying(ticket), ...extra }),
	};

	test.each(Object.entries(acts))('%s counts it once, also when the form arrives twice', async (_, act) => {
		const reply = await created(marta);
		const ticket = await inHand(paola, marta);
		const sent = { ...key(), savedReplies: [reply, reply] };
		expect(await act(ticket, sent)).toMatchObject({ ok: true });
		await act(ticket, sent);
		expect(await usedOf(reply)).toBe(1);
	});

	test.each(Object.entries(acts))(
		'%s with a gap is refused, and neither changes nor counts anything',
		async (_, act) => {
			const reply = await created(marta);
			const ticket = await inHand(paola, marta);
			const before = await everything(desk);
			expect(await act(ticket, { text: 'La versione {{versione}}', savedReplies: [reply] })).toEqual({
				ok: false,
				refusal: { reason: 'gaps-left', gaps: ['{{versione}}'] },
			});
			expect(await everything(desk)).toBe(before);
			expect(await usedOf(reply)).toBe(0);
		},
	);

	test('a refused one counts nothing, nor does a colleague’s text or one that is gone', async () => {
		const [mine, theirs] = [await created(marta), await created(davide)];
		const ticket = await inHand(paola, marta);
		const said = { ...saying(ticket), savedReplies: [mine, theirs, 999_999] };
		expect(await replyToCustomer(desk, davide, said)).toEqual(refusal('not-in-hand'));
		expect(await usedOf(mine)).toBe(0);
		granted(await replyToCustomer(desk, marta, said));
		expect(await usedOf(mine)).toBe(1);
		expect((await savedReply(desk.db, davide, theirs))?.used).toBe(0);
	});
});

describe('on a ticket', () => {
	const seen = async (viewer: StaffViewer, opener: UserViewer = paola) => {
		const found = await ticketInSight(desk.db, viewer, await inHand(opener, marta));
		if (!found) throw new Error('Staff see every ticket.');
		return found;
	};

	test('its language comes first, then its product, then what is used most', async () => {
		const names = ['inglese', 'altro', 'suo', 'usata'];
		await created(marta, { name: 'inglese', shortcut: 'a', language: 'en', product });
		await created(marta, { name: 'altro', shortcut: 'b', product: other });
		await created(marta, { name: 'suo', shortcut: 'c', product });
		const often = await created(marta, { name: 'usata', shortcut: 'd' });
		await created(davide, { name: 'di Davide', shortcut: 'e' });
		await desk.db.updateTable('saved_reply').set({ used: 3 }).where('id', '=', often).execute();
		const lines = await repliesFor(desk.db, marta, await seen(marta));
		expect(lines.map(({ name }) => name)).toEqual(names.reverse());
	});

	test('texts come filled with what it says, and with a gap where it says nothing', async () => {
		const reply = await created(marta, { text: '{{nome}}, {{cliente}}, {{software}}: {{versione}}. {{operatore}}' });
		const other = await created(davide);
		const ticket = await seen(marta);
		expect(await filledReply(desk.db, marta, ticket, other)).toBeUndefined();
		await desk.db.updateTable('ticket').set({ version: '' }).where('number', '=', ticket.number).execute();
		const filled = 'Paola, Ferri e Landi, Isoipsa: {{versione}}. marta';
		expect(await filledReply(desk.db, marta, ticket, reply)).toBe(filled);
	});
});

test('the list is searched by words, language, product and whose they are', async () => {
	await created(marta, { name: 'Mia', shortcut: 'mia', text: 'Così reinstalli il programma al 100%.' });
	await created(giulia, { name: 'Shared', shortcut: 'shared', language: 'en', product, shared: true });
	const names = async (filter: Parameters<typeof savedReplies>[2]) =>
		(await savedReplies(desk.db, marta, filter)).map(({ name }) => name);
	expect(await names({})).toEqual(['Mia', 'Shared']);
	expect(await names({ text: '100%' })).toEqual(['Mia']);
	expect(await names({ text: 'COSI reinst' })).toEqual(['Mia']);
	expect(await names({ text: '/shar' })).toEqual(['Shared']);
	expect(await names({ language: 'it' })).toEqual(['Mia']);
	expect(await names({ product: other })).toEqual(['Mia']);
	expect(await names({ product })).toEqual(['Mia', 'Shared']);
	expect(await names({ whose: 'shared' })).toEqual(['Shared']);
	expect(await names({ whose: 'personal' })).toEqual(['Mia']);
});
