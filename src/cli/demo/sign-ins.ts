import { administrator, customers, type DemoPerson, notActivated, staff } from './house.ts';

type Row = readonly string[];

/** Who can sign in with the password, as a table for the terminal. */
export function signIns(password: string): string {
	const house = [{ ...administrator, role: 'administrator' }, ...Object.values(staff)];
	return table([
		['Name', 'Role', 'Username', 'Password'],
		...house.map(({ name, role, username }) => [name, role, username, password]),
		...customers.flatMap((customer) =>
			Object.entries<DemoPerson>(customer.users).map(([key, { name, username }]) => {
				const credential = key === notActivated ? '(not activated yet)' : password;
				return [name, `user of ${customer.name}`, username, credential];
			}),
		),
	]);
}

function table([head = [], ...body]: Row[]): string {
	const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)));
	const line = (row: Row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ');
	const rule = widths.map((width) => '─'.repeat(width));
	return [head, rule, ...body].map((row) => line(row).trimEnd()).join('\n');
}
