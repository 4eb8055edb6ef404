import type { StaffRole } from '#lib/domain/roles.ts';
import { provedForGood } from '#lib/server/access/recent-proof.ts';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import { prepareSetupLink } from '#lib/server/auth/setup-link.ts';
import { activate } from '#lib/server/use-cases/activate.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { createCustomer } from '#lib/server/use-cases/create-customer.ts';
import { createProduct } from '#lib/server/use-cases/create-product.ts';
import { createStaff } from '#lib/server/use-cases/create-staff.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { setLicences } from '#lib/server/use-cases/set-licences.ts';
import { setUp } from '#lib/server/use-cases/set-up.ts';
import {
	administrator,
	customers,
	type DemoPerson,
	notActivated,
	type ProductKey,
	products,
	type StaffKey,
	staff,
	type UserKey,
} from './house.ts';
import { type CustomerSide, customerSide, type StaffSide, staffSide } from './sides.ts';
import { play, requestKey, type Stage } from './stage.ts';

type Instant = Temporal.Instant;

/** Who plays the story, and what it is about. */
export type Cast = Record<Exclude<UserKey, typeof notActivated>, CustomerSide> &
	Record<StaffKey, StaffSide> & {
		elena: StaffSide & Administers;
		products: Record<ProductKey, number>;
	};

type Administers = {
	closes(when: Instant, day: Temporal.PlainDate, reason: string): Promise<number[]>;
	/** Says which products a colleague covers. */
	covers(when: Instant, colleague: StaffSide, products: number[]): Promise<undefined>;
};

/** Who brings people in, when, and the password that all of them choose. */
export type House = { stage: Stage; when: Instant; password: string; elena: StaffViewer };

export type Opening = {
	cast: Cast;
	house: House;
	agents: Record<StaffKey, StaffViewer>;
	users: Record<UserKey, UserViewer>;
};

/** The first morning: the administrator sets the house up and everybody but one activates their account. */
export async function openHouse(stage: Stage, when: Instant, password: string): Promise<Opening> {
	const elena = await becomeAdministrator(stage, when, password);
	const house = { stage, when, password, elena };
	const productKeys = await bringProducts(house, products);
	const agents = await employStaff(house);
	const users = await bringCustomers(house, productKeys);
	const cast = {
		products: productKeys,
		elena: { ...staffSide(stage, elena), ...administers(stage, elena) },
		...sidesOf(agents, (agent) => staffSide(stage, agent)),
		...sidesOf(users, (user) => customerSide(stage, user)),
	};
	return { cast, house, agents, users };
}

function sidesOf<Key extends string, Viewer, Side>(
	viewers: Readonly<Record<Key, Viewer>>,
	sideOf: (viewer: Viewer) => Side,
): Record<Key, Side> {
	const sides: Partial<Record<Key, Side>> = {};
	for (const key of Object.keys(viewers) as Key[]) sides[key] = sideOf(viewers[key]);
	return sides as Record<Key, Side>;
}

async function becomeAdministrator(stage: Stage, when: Instant, password: string): Promise<StaffViewer> {
	const { desk } = stage;
	const token = await prepareSetupLink(desk);
	if (!token) throw new Error('The installation has an administrator already.');
	await play(stage, when, () => setUp(desk, { ...administrator, token, password, requestKey: requestKey() }));
	const { username, name, language } = administrator;
	const { id } = await desk.db
		.selectFrom('account')
		.select('id')
		.where('username', '=', username)
		.executeTakeFirstOrThrow();
	return { id, role: 'administrator', name, language, theme: undefined, proved: provedForGood };
}

export async function bringProducts<Key extends string>(
	{ stage, when, elena }: House,
	named: Readonly<Record<Key, string>>,
): Promise<Record<Key, number>> {
	const made: Partial<Record<Key, number>> = {};
	for (const key of Object.keys(named) as Key[]) {
		const input = { name: named[key], requestKey: requestKey() };
		made[key] = (await play(stage, when, () => createProduct(stage.desk, elena, input))).product;
	}
	return made as Record<Key, number>;
}

async function employStaff(house: House): Promise<Record<StaffKey, StaffViewer>> {
	const employed: Partial<Record<StaffKey, StaffViewer>> = {};
	for (const key of Object.keys(staff) as StaffKey[]) employed[key] = await employ(house, staff[key]);
	return employed as Record<StaffKey, StaffViewer>;
}

export async function employ(
	house: House,
	{ role, ...person }: DemoPerson & { role: StaffRole },
): Promise<StaffViewer> {
	const { stage, when, elena } = house;
	const input = { ...person, role, requestKey: requestKey() };
	const issued = await play(stage, when, () => createStaff(stage.desk, elena, input));
	await activateAccount(house, issued.token);
	return { ...person, role, id: issued.account, theme: undefined, proved: provedForGood };
}

async function bringCustomers(
	house: House,
	productKeys: Record<ProductKey, number>,
): Promise<Record<UserKey, UserViewer>> {
	const everybody: Record<string, UserViewer> = {};
	for (const { name, colleaguesSeeTickets, licences, users } of customers) {
		const licensed = licences.map((key) => productKeys[key]);
		const customer = await bringCustomer(house, { name, colleaguesSeeTickets, licensed });
		for (const [key, user] of Object.entries<DemoPerson>(users))
			everybody[key] = await bringUser(house, user, customer, { activates: key !== notActivated });
	}
	return everybody as Record<UserKey, UserViewer>;
}

type Customer = Pick<UserViewer, 'customer' | 'seesColleagues'>;

export async function bringCustomer(
	{ stage, when, elena }: House,
	{ licensed, ...about }: { name: string; colleaguesSeeTickets: boolean; licensed: readonly number[] },
): Promise<Customer> {
	const { desk } = stage;
	const asked = { ...about, requestKey: requestKey() };
	const { customer } = await play(stage, when, () => createCustomer(desk, elena, asked));
	const licences = { customer, products: [...licensed], requestKey: requestKey() };
	await play(stage, when, () => setLicences(desk, elena, licences));
	return { customer, seesColleagues: about.colleaguesSeeTickets };
}

export async function bringUser(
	house: House,
	user: DemoPerson,
	of: Customer,
	{ activates }: { activates: boolean },
): Promise<UserViewer> {
	const { stage, when, elena } = house;
	const input = { ...user, customer: of.customer, requestKey: requestKey() };
	const issued = await play(stage, when, () => createUser(stage.desk, elena, input));
	if (activates) await activateAccount(house, issued.token);
	const { name, language } = user;
	return { ...of, id: issued.account, role: 'user', name, language, theme: undefined };
}

async function activateAccount({ stage, when, password }: House, token: string | undefined): Promise<void> {
	if (!token) throw new Error('A new account comes with its activation link.');
	await play(stage, when, () => activate(stage.desk, { token, password, requestKey: requestKey(), address: '' }));
}

function administers(stage: Stage, elena: StaffViewer): Administers {
	return {
		closes: (when, day, reason) => closeOn(stage, elena, when, day, reason),
		covers: (when, { account }, covered) =>
			play(stage, when, () => setCoverage(stage.desk, elena, { account, products: covered, requestKey: requestKey() })),
	};
}

async function closeOn(
	stage: Stage,
	elena: StaffViewer,
	when: Instant,
	day: Temporal.PlainDate,
	reason: string,
): Promise<number[]> {
	const input = { from: day.toString(), to: day.toString(), reason, requestKey: requestKey() };
	const { moved } = await play(stage, when, () => addClosureDays(stage.desk, elena, input));
	return moved;
}
