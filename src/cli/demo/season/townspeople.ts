import type { Language } from '#lib/domain/roles.ts';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import { customers, person, type UserKey } from '../house.ts';
import { bringCustomer, bringUser, type House, type Opening } from '../opening.ts';
import { type CustomerSide, customerSide } from '../sides.ts';
import type { AnyProduct } from '../threads/all.ts';
import { type Person, type SeasonCustomer, seasonCustomers, storyPeople } from './customers.ts';
import type { Manner } from './wording.ts';

/** A user as the season knows them: who they are, how they write, and for whom. */
export type Townsman = {
	name: string;
	title: string;
	manner: Manner;
	language: Language;
	side: CustomerSide;
	viewer: UserViewer;
	customer: TownCustomer;
};
export type TownCustomer = {
	id: number;
	domain: string;
	licences: readonly AnyProduct[];
	seesColleagues: boolean;
	people: Townsman[];
};

/** The season's customers move in; together with the story's, everybody who writes. */
export async function townspeople(
	{ house, users }: Opening,
	products: Readonly<Record<AnyProduct, number>>,
): Promise<Townsman[]> {
	const writers = storyWriters(house, users);
	for (const customer of seasonCustomers) writers.push(...(await moveIn(house, customer, products)));
	return writers;
}

async function moveIn(
	house: House,
	{ name, domain, licences, sees, language, people }: SeasonCustomer,
	products: Readonly<Record<AnyProduct, number>>,
): Promise<Townsman[]> {
	const licensed = licences.map((key) => products[key]);
	const of = await bringCustomer(house, { name, colleaguesSeeTickets: sees === 'all', licensed });
	const customer: TownCustomer = { id: of.customer, seesColleagues: of.seesColleagues, domain, licences, people: [] };
	for (const { standing, ...about } of people) {
		const user = person(about.name, usernameFor(about), domain, language);
		const viewer = await bringUser(house, user, of, { activates: standing !== 'not-activated' });
		const side = customerSide(house.stage, viewer);
		if (standing === 'active') customer.people.push({ ...about, language, side, viewer, customer });
	}
	return customer.people;
}

export const seasonUsers = () =>
	seasonCustomers.flatMap(({ name: customer, people }) =>
		people.map(({ name }) => ({ name, customer, username: usernameFor({ name }) })),
	);

/** name.surname in plain letters. */
function usernameFor({ name }: Pick<Person, 'name'>): string {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.replaceAll(/[^a-z]+/g, '.');
}

/** Those of the story, when they write of other things. */
function storyWriters({ stage }: House, users: Readonly<Record<UserKey, UserViewer>>): Townsman[] {
	const known = new Map<number, TownCustomer>();
	const writers: Townsman[] = [];
	for (const [key, { domain, ...how }] of Object.entries(storyPeople)) {
		const viewer = users[key as keyof typeof storyPeople];
		const { customer: id, seesColleagues, name, language } = viewer;
		const licences = customers.find(({ users: its }) => key in its)?.licences ?? [];
		const customer = known.get(id) ?? { id, domain, licences, seesColleagues, people: [] };
		known.set(id, customer);
		const writer = { ...how, name, language, viewer, side: customerSide(stage, viewer), customer };
		customer.people.push(writer);
		writers.push(writer);
	}
	return writers;
}
