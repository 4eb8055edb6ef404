import type { Outcome } from '#lib/domain/outcome.ts';
import type { StaffRole } from '#lib/domain/roles.ts';
import { provedForGood } from '#lib/server/access/recent-proof.ts';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import { prepareSetupLink } from '#lib/server/auth/setup-link.ts';
import type { Desk } from '#lib/server/desk.ts';
import { createCustomer } from '#lib/server/use-cases/create-customer.ts';
import { createProduct } from '#lib/server/use-cases/create-product.ts';
import { createStaff } from '#lib/server/use-cases/create-staff.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { setLicences } from '#lib/server/use-cases/set-licences.ts';
import { setUp } from '#lib/server/use-cases/set-up.ts';
import type { Dice } from './dice.ts';

export type Size = { agents: number; customers: number };

/** Who works and asks, and about what. */
export type House = {
	administrator: StaffViewer;
	supervisor: StaffViewer;
	agents: StaffViewer[];
	users: UserViewer[];
	products: number[];
	/** What each customer is licensed for. */
	licences: Map<number, number[]>;
};

type Building = { desk: Desk; dice: Dice; administrator: StaffViewer };

/** A software house on its first morning, made by the use-cases that make any. */
export async function openHouse(desk: Desk, dice: Dice, { agents, customers }: Size): Promise<House> {
	const building = { desk, dice, administrator: await administratorOf(desk, dice) };
	const products: number[] = [];
	for (const name of ['Isoipsa', 'Mappale', 'Libretto']) {
		products.push((await made(building, createProduct, { name })).product);
	}
	const supervisor = await employ(building, 'supervisor', 'supervisor');
	const staff: StaffViewer[] = [];
	for (let nth = 1; nth <= agents; nth++) staff.push(await employ(building, `agent${nth}`, 'agent'));
	const licences = new Map<number, number[]>();
	const users: UserViewer[] = [];
	for (let nth = 1; nth <= customers; nth++) users.push(...(await welcome(building, nth, products, licences)));
	await activateAll(desk);
	return { administrator: building.administrator, supervisor, agents: staff, users, products, licences };
}

const person = (username: string) => ({ username, name: username, email: `${username}@simulation.example` });
const italian = { language: 'it', theme: undefined, proved: provedForGood } as const;

async function administratorOf(desk: Desk, dice: Dice): Promise<StaffViewer> {
	const token = await prepareSetupLink(desk);
	if (!token) throw new Error('The database of a simulation has to be an empty one.');
	const password = 'una-casa-di-prova';
	const input = { ...person('administrator'), language: 'it', token, password, requestKey: dice.uuid() } as const;
	granted(await setUp(desk, input));
	const { id } = await desk.db.selectFrom('account').select('id').executeTakeFirstOrThrow();
	return { id, role: 'administrator', name: 'administrator', ...italian };
}

async function employ(building: Building, username: string, role: StaffRole): Promise<StaffViewer> {
	const { account } = await made(building, createStaff, { ...person(username), role, language: 'it' });
	return { id: account, role, name: username, ...italian };
}

/** A customer with one to three users; of every second one they see their own tickets only. */
async function welcome(
	building: Building,
	nth: number,
	products: number[],
	licences: Map<number, number[]>,
): Promise<UserViewer[]> {
	const { dice } = building;
	const seesColleagues = nth % 2 === 0;
	const asked = { name: `Customer ${nth}`, colleaguesSeeTickets: seesColleagues };
	const { customer } = await made(building, createCustomer, asked);
	const licensed = products.filter((_, index) => index === nth % products.length || dice.chance(0.6));
	await made(building, setLicences, { customer, products: licensed });
	licences.set(customer, licensed);
	const users: UserViewer[] = [];
	for (let each = dice.between(1, 3); each > 0; each--) {
		const username = `user${nth}.${each}`;
		const { account } = await made(building, createUser, { ...person(username), customer, language: 'it' });
		users.push({ id: account, role: 'user', name: username, customer, seesColleagues, ...italian });
	}
	return users;
}

/** As if each had chosen the administrator's password: hashing one of their own for everybody takes longer than their month. */
async function activateAll({ db }: Desk): Promise<void> {
	const hash = db.selectFrom('account').select('password_hash').where('role', '=', 'administrator');
	await db
		.updateTable('account')
		.set((eb) => ({ password_hash: hash, activated_at: eb.ref('created_at') }))
		.where('activated_at', 'is', null)
		.execute();
}

type Making<Input, Value> = (
	desk: Desk,
	viewer: StaffViewer,
	input: Input & { requestKey: string },
) => Promise<Outcome<Value, { reason: string }>>;

async function made<Input, Value>(
	{ desk, dice, administrator }: Building,
	make: Making<Input, Value>,
	input: Input,
): Promise<Value> {
	return granted(await make(desk, administrator, { ...input, requestKey: dice.uuid() }));
}

function granted<Value>(outcome: Outcome<Value, { reason: string }>): Value {
	if (!outcome.ok) throw new Error(`The house could not be opened: ${outcome.refusal.reason}.`);
	return outcome.value;
}
