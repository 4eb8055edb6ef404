import type { LogEvent } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import { createDatabase } from '#platform/database.ts';
import { giveAccount, giveCustomer, signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { begin, giveProduct, giveStaff, granted, key, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { product, paola, andrea, marta } = await testHouse(testing.desk);
const { opened, inHand, awaitingCustomer, solved } = begin(testing.desk, product);
const rita = await giveStaff(testing.desk, 'rita', 'administrator');
const cookies = {
	portal: await signedIn(testing.desk, paola),
	desk: await signedIn(testing.desk, marta),
	admin: await signedIn(testing.desk, rita),
};

const sent: string[] = [];
const log = ({ query }: LogEvent) => void sent.push(query.sql);
const db = createDatabase(testing.url, { max: 5, log });
const web = await startWeb({ ...testing, desk: { ...testing.desk, db } });
afterAll(() => db.destroy());
// What pages only glance at (the settings) was just read, for as long as these tests take.
vi.spyOn(performance, 'now').mockReturnValue(performance.now());

/** Looked at once before: reading a ticket for the first time is written down. */
async function queriesOf(path: string): Promise<number> {
	const cookie = path.startsWith('/desk') ? cookies.desk : path.startsWith('/admin') ? cookies.admin : cookies.portal;
	const look = async () => (await web.fetch(path, { headers: { cookie, accept: 'text/html' } })).text();
	await look();
	sent.length = 0;
	expect(await look()).toContain('</html>');
	return sent.length;
}

/** Of all that pages list, one more. */
async function another(name: string): Promise<void> {
	const { desk } = testing;
	await giveProduct(desk, `Programma ${name}`);
	await giveCustomer(desk, `Cliente ${name}`);
	await giveAccount(desk, { role: 'user', username: `utente.${name}`, customer: paola.customer });
	await giveStaff(desk, `agente.${name}`, 'agent');
	await savedReply(name);
}

async function savedReply(name: string): Promise<number> {
	const said = { name, shortcut: name, language: 'it', product: null, text: 'Buongiorno.', shared: false } as const;
	return granted(await createSavedReply(testing.desk, marta, { ...key(), ...said })).reply;
}

/** Who asks is one of each. */
const expected = {
	home: 4,
	list: 3,
	'new ticket': 3,
	account: 4,
	policy: 5,
	'ticket in the queue': 4,
	'ticket in hand': 3,
	'ticket that waits for its customer': 3,
	'resolved ticket': 4,
	desk: 3,
	queue: 3,
	'search, at the desk': 5,
	'ticket in hand, at the desk': 9,
	'ticket in the queue, at the desk': 5,
	'order of service': 8,
	'a ticket in the order of service': 15,
	customers: 4,
	'customers searched for': 4,
	'a customer': 5,
	staff: 2,
	'saved replies': 3,
	'a saved reply': 3,
	'a new saved reply': 2,
	administration: 3,
	'customers, to administer': 4,
	'a customer, to administer': 5,
	'a new customer': 1,
	'files of customers': 2,
	'who has no credentials': 4,
	'credentials to confirm': 3,
	'a new user': 3,
	'a user': 3,
	'staff, to administer': 3,
	'a new one of the staff': 1,
	'one of the staff': 4,
	products: 2,
	calendar: 4,
	'policy, to administer': 3,
	organisation: 2,
	'the audit log': 2,
	'entries about somebody': 3,
	'notices sent': 2,
	'a notice': 2,
};

test('a page asks the database as often as it always did, however much there is', async () => {
	const end = await solved(paola, marta);
	const waiting = await awaitingCustomer(paola, marta);
	const held = await inHand(paola, marta);
	const queued = await opened(paola);
	const reply = await savedReply('uno');
	const { id: mail } = await testing.desk.db.selectFrom('mail_out').select('id').limit(1).executeTakeFirstOrThrow();
	const paths = {
		home: '/',
		list: '/tickets',
		'new ticket': '/tickets/new',
		account: '/account',
		policy: '/policy',
		'ticket in the queue': `/tickets/${queued}`,
		'ticket in hand': `/tickets/${held}`,
		'ticket that waits for its customer': `/tickets/${waiting}`,
		'resolved ticket': `/tickets/${end}`,
		desk: '/desk',
		queue: '/desk/queue',
		'search, at the desk': '/desk/search?q=poligonale',
		'ticket in hand, at the desk': `/desk/tickets/${held}`,
		'ticket in the queue, at the desk': `/desk/tickets/${queued}`,
		'order of service': '/desk/order',
		'a ticket in the order of service': `/desk/order?ticket=${held}`,
		customers: '/desk/customers',
		'customers searched for': `/desk/customers?q=a&product=${product}&only=open`,
		'a customer': `/desk/customers/${paola.customer}`,
		staff: '/desk/staff',
		'saved replies': '/desk/replies',
		'a saved reply': `/desk/replies/${reply}`,
		'a new saved reply': '/desk/replies/new',
		administration: '/admin',
		'customers, to administer': '/admin/customers',
		'a customer, to administer': `/admin/customers/${paola.customer}`,
		'a new customer': '/admin/customers/new',
		'files of customers': '/admin/customers/import',
		'who has no credentials': '/admin/customers/credentials',
		'credentials to confirm': '/admin/customers/credentials/confirm?all=1',
		'a new user': `/admin/customers/${paola.customer}/users/new`,
		'a user': `/admin/accounts/${paola.id}`,
		'staff, to administer': '/admin/staff',
		'a new one of the staff': '/admin/staff/new',
		'one of the staff': `/admin/accounts/${marta.id}`,
		products: '/admin/products',
		calendar: '/admin/calendar',
		'policy, to administer': '/admin/policy',
		organisation: '/admin/organisation',
		'the audit log': '/admin/audit',
		'entries about somebody': `/admin/audit?account=${paola.id}&area=people`,
		'notices sent': '/admin/mail',
		'a notice': `/admin/mail/${mail}`,
	};
	const count = async () => {
		const counts: [string, number][] = [];
		for (const [page, path] of Object.entries(paths)) counts.push([page, await queriesOf(path)]);
		return Object.fromEntries(counts);
	};
	expect(await count()).toEqual(expected);
	for (let more = 0; more < 5; more++) await opened(more % 2 ? paola : andrea);
	for (const name of ['due', 'tre', 'quattro']) await another(name);
	expect(await count()).toEqual(expected);
});
