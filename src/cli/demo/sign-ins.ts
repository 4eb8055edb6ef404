import type { DemoSize } from './fill.ts';
import { administrator, customers, type DemoPerson, notActivated, staff } from './house.ts';
import { moreStaff } from './season/season.ts';
import { seasonUsers } from './season/townspeople.ts';

type Row = readonly string[];

/** Who can sign in with the password, as a table for the terminal; of the season's users some, and how the others are called. */
export function signIns(password: string, size: DemoSize): string {
	const whole = size === 'whole';
	const house = [{ ...administrator, role: 'administrator' }, ...Object.values(staff), ...(whole ? moreStaff : [])];
	const told = table([
		['Name', 'Role', 'Username', 'Password'],
		...house.map(({ name, role, username }) => [name, role, username, password]),
		...customers.flatMap((customer) =>
			Object.entries<DemoPerson>(customer.users).map(([key, { name, username }]) => {
				const credential = key === notActivated ? '(not activated yet)' : password;
				return [name, `user of ${customer.name}`, username, credential];
			}),
		),
		...(whole ? shownOfTheSeason(password) : []),
	]);
	return whole ? `${told}\n… and the users of the other customers, by name.surname and the same password.` : told;
}

/** Who has written much, who has never written, and somebody who writes in English. */
const shown = ['federico.galli', 'pietro.vanoni', 'oliver.hartley'];

function shownOfTheSeason(password: string): Row[] {
	return seasonUsers()
		.filter(({ username }) => shown.includes(username))
		.map(({ name, username, customer }) => [name, `user of ${customer}`, username, password]);
}

function table([head = [], ...body]: Row[]): string {
	const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)));
	const line = (row: Row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ');
	const rule = widths.map((width) => '─'.repeat(width));
	return [head, rule, ...body].map((row) => line(row).trimEnd()).join('\n');
}
