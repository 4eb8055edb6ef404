import { type Called, type Effect, type House, type KnownPerson, keyOf, type RowProblem } from './fate.ts';
import { type SaidPerson, usernamesFor } from './row.ts';

/** What becomes of the person of a row, were it carried out. */
export type PersonDecided = {
	problems: RowProblem[];
	is: 'new' | 'changed' | 'known';
	email: string;
	username: string;
	before: Called | undefined;
	after: Called;
};

/** Matched by address alone: whoever has none on the tables is new. */
export function personDecided(
	customer: string,
	said: SaidPerson,
	contradicts: number | null,
	house: House,
): PersonDecided {
	const before = house.people.get(keyOf(said.email));
	const doubt: RowProblem[] =
		contradicts === null ? [] : [{ column: 'email', reason: 'said-otherwise', line: contradicts }];
	const decided = before ? known(said, before, customer, house) : added(said, house);
	return { ...decided, problems: [...doubt, ...decided.problems] };
}

function known(said: SaidPerson, before: KnownPerson, customer: string, { customers }: House): PersonDecided {
	const { email, username } = said;
	const problems: RowProblem[] = [];
	if (before.customer === null) problems.push({ column: 'email', reason: 'is-staff' });
	else if (before.customer !== keyOf(customer)) {
		const theirs = customers.get(before.customer)?.name ?? before.customer;
		problems.push({ column: 'customer', reason: 'of-another-customer', customer: theirs });
	}
	if (username !== undefined && username !== keyOf(before.username)) {
		problems.push({ column: 'username', reason: 'username-otherwise', username: before.username });
	}
	const after = { name: said.name ?? before.name, language: said.language ?? before.language };
	const is = after.name === before.name && after.language === before.language ? 'known' : 'changed';
	return { problems, is, email, username: before.username, before, after };
}

function added({ email, name, username: asked, language = 'it' }: SaidPerson, { usernames }: House): PersonDecided {
	const username = asked ?? usernamesFor(email).find((each) => !usernames.has(each));
	const problems: RowProblem[] = [];
	if (name === undefined) problems.push({ column: 'name', reason: 'required' });
	if (username === undefined) problems.push({ column: 'username', reason: 'no-username-free' });
	else if (usernames.has(username)) problems.push({ column: 'username', reason: 'username-taken' });
	const after = { name: name ?? '', language };
	return { problems, is: 'new', email, username: username ?? '', before: undefined, after };
}

/** What that asks of the tables; from now on the house knows the person so. */
export function changeOf(person: PersonDecided, customer: string, { people, usernames }: House): Effect[] {
	const { is, email, username, before, after } = person;
	if (is === 'known') return [];
	people.set(keyOf(email), { ...after, username, customer });
	usernames.add(username);
	if (!before) return [{ act: 'add-person', customer, username, email, ...after }];
	const { name, language } = before;
	return [{ act: 'change-person', email: keyOf(email), before: { name, language }, after }];
}
