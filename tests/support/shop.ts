import { provedForGood } from '#lib/server/access/recent-proof.ts';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { giveAccount, giveCustomer } from './accounts.ts';

/** A customer licensed for some products, with its users, and the agents of the desk. */
export type Shop = { products: number[]; users: UserViewer[]; agents: StaffViewer[] };

export async function giveShop(desk: Desk, size: { products: number; users: number; agents: number }): Promise<Shop> {
	const customer = await giveCustomer(desk, 'Studio Rossi');
	return {
		products: await giveProducts(desk, customer, size.products),
		users: await each(size.users, async (nth) => ({
			...person(await giveAccount(desk, { role: 'user', username: `user${nth}`, customer })),
			role: 'user',
			customer,
			seesColleagues: true,
		})),
		agents: await each(size.agents, async (nth) => ({
			...person(await giveAccount(desk, { role: 'agent', username: `agent${nth}` })),
			role: 'agent',
		})),
	};
}

function person(id: number) {
	return { id, name: `Person ${id}`, language: 'it', theme: undefined, proved: provedForGood } as const;
}

async function giveProducts({ db, clock }: Desk, customer: number, count: number): Promise<number[]> {
	const now = await clock.now(db);
	const rows = Array.from({ length: count }, (_, nth) => ({ name: `Product ${nth}`, created_at: now }));
	const products = await db.insertInto('product').values(rows).returning('id').execute();
	const licences = products.map(({ id }) => ({ customer, product: id, granted_at: now }));
	await db.insertInto('licence').values(licences).execute();
	return products.map(({ id }) => id);
}

async function each<T>(count: number, give: (nth: number) => Promise<T>): Promise<T[]> {
	const given: T[] = [];
	for (let nth = 1; nth <= count; nth++) given.push(await give(nth));
	return given;
}
