import type { Desk } from '#lib/server/desk.ts';
import { colleagues } from '#lib/server/queries/colleagues.ts';
import { customerList } from '#lib/server/queries/customer-list.ts';
import { customerPage } from '#lib/server/queries/customer-page.ts';
import { large, size } from '../house.ts';
import type { Asked } from './catch.ts';
import { staff, user } from './people.ts';

/** Customers and colleagues as the desk and the administration list them. */
export async function customers(desk: Desk): Promise<Asked> {
	const agent = await staff(desk, 'agente1');
	const { customer } = await user(desk, true);
	return {
		'customers, the first page': () => customerList(desk, {}, 1),
		'customers, the last page': () => customerList(desk, {}, size.customers),
		'customers by a person': () => customerList(desk, { q: 'utente1234@' }, 1),
		'customers by letters of everybody': () => customerList(desk, { q: 'ut e' }, 1),
		'customers by nobody’s name': () => customerList(desk, { q: 'nessuno mai' }, 1),
		'customers of a product': () => customerList(desk, { product: 3 }, 1),
		'customers with open tickets': () => customerList(desk, { only: 'open' }, 1),
		'customers with people to activate': () => customerList(desk, { only: 'to-activate' }, 1),
		'customers with nobody who can sign in': () => customerList(desk, { only: 'shut' }, 1),
		'customers without licences': () => customerList(desk, { only: 'unlicensed' }, 1),
		'customers by all there is to ask': () => customerList(desk, { q: 'ut 9', product: 3, only: 'open' }, 1),
		'page of the customer with the most open tickets': () => customerPage(desk, agent, customer),
		'page of the customer with the most tickets': () => customerPage(desk, agent, large.customer),
		colleagues: () => colleagues(desk),
	};
}
