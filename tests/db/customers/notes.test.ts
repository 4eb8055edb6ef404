import { beforeEach, describe, expect, test } from 'vitest';
import { customerPage } from '#lib/server/queries/customer-page.ts';
import { noteCustomer } from '#lib/server/use-cases/note-customer.ts';
import { removeCustomerNote } from '#lib/server/use-cases/remove-customer-note.ts';
import { testDesk } from '../../support/desk.ts';
import { everything, forgetTickets, giveStaff, granted, key, testHouse } from '../../support/house.ts';

const { desk } = await testDesk();
const { paola, chiara, marta, davide, giulia } = await testHouse(desk);
const ada = await giveStaff(desk, 'ada', 'administrator');
const { customer } = paola;

beforeEach(() => forgetTickets(desk));

const noting = (text: string, of = customer) => ({ ...key(), customer: of, text });
const removing = (note: number, of = customer) => ({ ...key(), customer: of, note });
const noted = async (text = 'Chiamare **Andrea**.') => granted(await noteCustomer(desk, marta, noting(text))).note;
const notesAs = async (viewer = marta) => (await customerPage(desk, viewer, customer))?.notes;
const events = () => desk.db.selectFrom('event').select(['type', 'actor', 'customer', 'data']).orderBy('id').execute();

test.each([marta, giulia, ada])('whoever is of the staff notes something: $role', async (viewer) => {
	const { note } = granted(await noteCustomer(desk, viewer, noting('Chiamare **Andrea**.')));
	expect(await notesAs()).toMatchObject([{ id: note, html: '<p>Chiamare <strong>Andrea</strong>.</p>' }]);
	expect(await events()).toEqual([{ type: 'customer-noted', actor: viewer.id, customer, data: { note } }]);
});

test('what was noted last stands first, and of another customer there is nothing', async () => {
	const first = await noted('Prima');
	const second = await noted('Poi');
	expect((await notesAs())?.map(({ id }) => id)).toEqual([second, first]);
	expect((await customerPage(desk, marta, chiara.customer))?.notes).toEqual([]);
});

test('sent twice it is written once; without words, or of nobody, not at all', async () => {
	const input = noting('Una volta');
	expect(await noteCustomer(desk, marta, input)).toEqual(await noteCustomer(desk, marta, input));
	expect(await notesAs()).toHaveLength(1);
	const before = await everything(desk);
	expect(await noteCustomer(desk, marta, noting(' \n'))).toMatchObject({ refusal: { reason: 'empty-note' } });
	expect(await noteCustomer(desk, marta, noting('Chi?', 999_999))).toMatchObject({
		refusal: { reason: 'unknown-record' },
	});
	expect(await everything(desk)).toBe(before);
});

describe('a note is removed', () => {
	test.each([
		[marta, true],
		[davide, false],
		[giulia, true],
		[ada, true],
	])('by whoever wrote it, and by those who supervise: $username', async (viewer, may) => {
		const note = await noted();
		expect((await notesAs(viewer))?.[0]?.removable).toBe(may);
		const before = await everything(desk);
		const outcome = await removeCustomerNote(desk, viewer, removing(note));
		if (!may) {
			expect(outcome).toEqual({ ok: false, refusal: { reason: 'note-of-another', author: 'Marta' } });
			expect(await everything(desk)).toBe(before);
			return;
		}
		granted(outcome);
		expect(await notesAs()).toEqual([]);
		expect((await events()).at(-1)).toMatchObject({
			...{ type: 'customer-note-removed', actor: viewer.id, customer, data: { note, author: marta.id } },
		});
	});

	test('once: afterwards, and at the page of another customer, it is not there', async () => {
		const note = await noted();
		const refusal = { reason: 'note-gone' };
		expect(await removeCustomerNote(desk, marta, removing(note, chiara.customer))).toEqual({ ok: false, refusal });
		const input = removing(note);
		expect(granted(await removeCustomerNote(desk, marta, input))).toBeUndefined();
		expect(granted(await removeCustomerNote(desk, marta, input))).toBeUndefined();
		expect(await removeCustomerNote(desk, marta, removing(note))).toEqual({ ok: false, refusal });
	});
});
