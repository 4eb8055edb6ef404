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

/** The first morning: the administrator sets the house up and everybody but one activates their account. */
export async function openHouse(stage: Stage, when: Instant, password: string): Promise<Cast> {
	const elena = await becomeAdministrator(stage, when, password);
	const house = { stage, when, password, elena };
	const productKeys = await bringProducts(house);
	return {
		products: productKeys,
		elena: { ...staffSide(stage, elena), ...administers(stage, elena) },
		...(await employStaff(house)),
		...(await bringCustomers(house, productKeys)),
	};
}

type House = { stage: Stage; when: Instant; password: string; elena: StaffViewer };

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
	return { id, role: 'administrator', name, language, theme: undefined };
}

async function bringProducts({ stage, when, elena }: House): Promise<Record<ProductKey, number>> {
	const made = [];
	for (const [key, name] of Object.entries(products)) {
		const input = { name, requestKey: requestKey() };
		const { product } = await play(stage, when, () => createProduct(stage.desk, elena, input));
		made.push([key, product]);
	}
	return Object.fromEntries(made);
}

async function employStaff(house: House): Promise<Record<StaffKey, StaffSide>> {
	const { stage, when, elena } = house;
	const employed = [];
	for (const [key, { role, ...person }] of Object.entries(staff)) {
		const input = { ...person, role, requestKey: requestKey() };
		const issued = await play(stage, when, () => createStaff(stage.desk, elena, input));
		await activateAccount(house, issued.token);
		employed.push([key, staffSide(stage, { ...person, role, id: issued.account, theme: undefined })]);
	}
	return Object.fromEntries(employed);
}

async function bringCustomers(
	house: House,
	productKeys: Record<ProductKey, number>,
): Promise<Record<Exclude<UserKey, typeof notActivated>, CustomerSide>> {
	const { stage, when, elena } = house;
	const { desk } = stage;
	const everybody = [];
	for (const { name, colleaguesSeeTickets, licences, users } of customers) {
		const asked = { name, colleaguesSeeTickets, requestKey: requestKey() };
		const { customer } = await play(stage, when, () => createCustomer(desk, elena, asked));
		const licensed = licences.map((key) => productKeys[key]);
		await play(stage, when, () => setLicences(desk, elena, { customer, products: licensed, requestKey: requestKey() }));
		for (const [key, person] of Object.entries<DemoPerson>(users)) {
			const viewer = await bringUser(house, key, person, { customer, seesColleagues: colleaguesSeeTickets });
			everybody.push([key, customerSide(stage, viewer)]);
		}
	}
	return Object.fromEntries(everybody);
}

async function bringUser(
	house: House,
	key: string,
	person: DemoPerson,
	of: { customer: number; seesColleagues: boolean },
): Promise<UserViewer> {
	const { stage, when, elena } = house;
	const input = { ...person, customer: of.customer, requestKey: requestKey() };
	const issued = await play(stage, when, () => createUser(stage.desk, elena, input));
	if (key !== notActivated) await activateAccount(house, issued.token);
	const { name, language } = person;
	return { ...of, id: issued.account, role: 'user', name, language, theme: undefined };
}

async function activateAccount({ stage, when, password }: House, token: string | undefined): Promise<void> {
	if (!token) throw new Error('A new account comes with its activation link.');
	await play(stage, when, () => activate(stage.desk, { token, password, requestKey: requestKey() }));
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
