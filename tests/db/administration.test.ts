import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '#lib/domain/roles.ts';
import { provedForGood } from '#lib/server/access/recent-proof.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { customerList } from '#lib/server/queries/customer-list.ts';
import { customerDetails } from '#lib/server/queries/customers.ts';
import { firstSteps } from '#lib/server/queries/first-steps.ts';
import { products } from '#lib/server/queries/products.ts';
import { changeCustomer } from '#lib/server/use-cases/change-customer.ts';
import { createCustomer } from '#lib/server/use-cases/create-customer.ts';
import { createProduct } from '#lib/server/use-cases/create-product.ts';
import { createStaff } from '#lib/server/use-cases/create-staff.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { renameProduct } from '#lib/server/use-cases/rename-product.ts';
import { setLicences } from '#lib/server/use-cases/set-licences.ts';
import { giveAccount } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { recorded } from '../support/recorded.ts';

const { desk } = await testDesk();
let admin: Viewer;

beforeAll(async () => {
	admin = await viewer('administrator', 'ada');
});

async function viewer(role: Exclude<Role, 'user'>, username: string): Promise<Viewer> {
	const id = await giveAccount(desk, { role, username });
	return { id, role, name: username, language: 'it', theme: undefined, proved: provedForGood };
}

const key = () => ({ requestKey: randomUUID() });

async function product(name: string): Promise<number> {
	const outcome = await createProduct(desk, admin, { ...key(), name });
	if (!outcome.ok) throw new Error(outcome.refusal.reason);
	return outcome.value.product;
}

async function customer(name: string): Promise<number> {
	const outcome = await createCustomer(desk, admin, { ...key(), name, colleaguesSeeTickets: true });
	if (!outcome.ok) throw new Error(outcome.refusal.reason);
	return outcome.value.customer;
}

test('an empty installation has its first steps before it', async () => {
	expect(await firstSteps(desk.db)).toEqual({
		products: 0,
		customers: 0,
		licences: 0,
		users: 0,
		colleagues: 0,
		closureDays: 0,
	});
});

test('only administrators administer, whatever the act', async () => {
	const refused = { ok: false, refusal: { reason: 'administrators-only' } };
	for (const role of ['agent', 'supervisor'] as const) {
		const other = await viewer(role, `${role}-only`);
		expect(await createProduct(desk, other, { ...key(), name: 'Rilievo' })).toEqual(refused);
		expect(await createCustomer(desk, other, { ...key(), name: 'Alfa', colleaguesSeeTickets: true })).toEqual(refused);
		expect(await setLicences(desk, other, { ...key(), customer: 1, products: [] })).toEqual(refused);
		const person = { name: 'Marta', username: 'marta', email: 'marta@example.it', language: 'it' } as const;
		expect(await createUser(desk, other, { ...key(), customer: 1, ...person })).toEqual(refused);
		expect(await createStaff(desk, other, { ...key(), role: 'administrator', ...person })).toEqual(refused);
	}
});

test('a product has a name that no other has, whatever its capitals', async () => {
	await product('Mappa 3D');
	const again = await createProduct(desk, admin, { ...key(), name: '  mappa  3d ' });
	expect(again).toEqual({ ok: false, refusal: { reason: 'product-name-taken' } });
	const blank = await createProduct(desk, admin, { ...key(), name: ' \t ' });
	expect(blank).toEqual({ ok: false, refusal: { reason: 'not-valid', field: 'name' } });
});

test('of two who give the same name at once, one is refused', async () => {
	const both = await Promise.all(
		Array.from({ length: 2 }, () => createProduct(desk, admin, { ...key(), name: 'Catasto' })),
	);
	const refusals = both.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal.reason]));
	expect(refusals).toEqual(['product-name-taken']);
});

test('a form sent twice makes one product and answers alike', async () => {
	const input = { ...key(), name: 'Computo' };
	const first = await createProduct(desk, admin, input);
	expect(await createProduct(desk, admin, input)).toEqual(first);
	const other = await createProduct(desk, admin, { ...input, name: 'Computo plus' });
	expect(other).toEqual({ ok: false, refusal: { reason: 'request-key-reused' } });
	expect((await products(desk.db)).filter(({ name }) => name.startsWith('Computo'))).toHaveLength(1);
});

test('a refused form can be corrected and sent under the same key', async () => {
	await product('Strade');
	const input = key();
	expect((await createProduct(desk, admin, { ...input, name: 'Strade' })).ok).toBe(false);
	expect((await createProduct(desk, admin, { ...input, name: 'Strade 2' })).ok).toBe(true);
});

test('a renamed product tells what it was called', async () => {
	const id = await product('Topografia');
	expect(await renameProduct(desk, admin, { ...key(), product: id, name: 'Topografia Pro' })).toMatchObject({
		ok: true,
	});
	const details = { from: { name: 'Topografia' }, to: { name: 'Topografia Pro' } };
	expect(await recorded(desk, 'product-renamed')).toMatchObject([{ subject: id, details }]);
	const unknown = await renameProduct(desk, admin, { ...key(), product: 9999, name: 'Altro' });
	expect(unknown).toEqual({ ok: false, refusal: { reason: 'unknown-record' } });
	const taken = await renameProduct(desk, admin, { ...key(), product: await product('Sito'), name: 'topografia pro' });
	expect(taken).toEqual({ ok: false, refusal: { reason: 'product-name-taken' } });
});

test('a customer is changed; only what differs is told, and nothing when nothing does', async () => {
	const id = await customer('Studio Alfa');
	const change = { customer: id, name: 'Studio Alfa', colleaguesSeeTickets: false };
	await changeCustomer(desk, admin, { ...key(), ...change });
	await changeCustomer(desk, admin, { ...key(), ...change });
	const entries = (await recorded(desk, 'customer-changed')).filter(({ customer }) => customer === id);
	expect(entries.map(({ details }) => details)).toEqual([
		{ from: { colleagues_see_tickets: true }, to: { colleagues_see_tickets: false } },
	]);
	const taken = await createCustomer(desk, admin, { ...key(), name: 'STUDIO ALFA', colleaguesSeeTickets: true });
	expect(taken).toEqual({ ok: false, refusal: { reason: 'customer-name-taken' } });
});

test('licences become what was ticked: the new ones granted, the others withdrawn', async () => {
	const [one, two, three] = [await product('Uno'), await product('Due'), await product('Tre')];
	const id = await customer('Studio Beta');
	await setLicences(desk, admin, { ...key(), customer: id, products: [one, two] });
	await setLicences(desk, admin, { ...key(), customer: id, products: [three, two] });

	expect((await customerDetails(desk.db, id))?.products.sort()).toEqual([two, three].sort());
	const [, second] = await recorded(desk, 'licences-changed');
	expect(second).toMatchObject({ customer: id, details: { granted: ['Tre'], withdrawn: ['Uno'] } });
	const [line] = (await customerList(desk, { q: 'studio beta' }, 1)).customers;
	expect(line).toMatchObject({ id, name: 'Studio Beta', people: 0, products: ['Due', 'Tre'] });
});

test('a licence for a product that is not there is refused, and nothing changes', async () => {
	const one = await product('Quattro');
	const id = await customer('Studio Gamma');
	const outcome = await setLicences(desk, admin, { ...key(), customer: id, products: [one, 9999] });
	expect(outcome).toEqual({ ok: false, refusal: { reason: 'unknown-record' } });
	expect((await customerDetails(desk.db, id))?.products).toEqual([]);
});

test('two who tick licences of one customer at once leave what one of them ticked', async () => {
	const [one, two] = [await product('Cinque'), await product('Sei')];
	const id = await customer('Studio Delta');
	await Promise.all([one, two].map((each) => setLicences(desk, admin, { ...key(), customer: id, products: [each] })));
	expect((await customerDetails(desk.db, id))?.products).toHaveLength(1);
});
