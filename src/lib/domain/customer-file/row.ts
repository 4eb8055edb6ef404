import { customerName, line, usernameOf } from '../administration.ts';
import { emailOf, signBeyondMail } from '../email.ts';
import { textLimits } from '../limits.ts';
import type { Language } from '../roles.ts';
import { type Cells, type Column, columns, oneLine, productsIn } from './columns.ts';
import type { RowProblem, RowReason } from './fate.ts';

/** What a row says, each cell by itself; nothing where a cell is empty. A row without an address is about the customer alone. */
export type Said = {
	customer: string;
	colleaguesSeeTickets: boolean | undefined;
	person: SaidPerson | undefined;
	products: string[];
};
export type SaidPerson = {
	email: string;
	name: string | undefined;
	username: string | undefined;
	language: Language | undefined;
};

const languageCalled: Readonly<Record<string, Language>> = {
	...{ it: 'it', italiano: 'it', italian: 'it', en: 'en', english: 'en', inglese: 'en' },
};
const yes = new Set(['sì', 'si', 'yes', 's', 'y', '1', 'true', 'vero', 'x']);
const no = new Set(['no', 'n', '0', 'false', 'falso']);

/** Reads the cells of a row as we keep what they say, or names every column that cannot be read. */
export function saidBy(cells: Cells): { said: Said } | { problems: RowProblem[] } {
	const problems: RowProblem[] = [];
	const problem = (column: Column, reason: RowReason) => void problems.push({ column, ...reason });
	const read = <Value>(column: Column, reason: RowReason, as: (cell: string) => Value | undefined) => {
		const cell = oneLine(cells[column]);
		const value = cell === '' ? undefined : as(cell);
		if (cell !== '' && value === undefined) problem(column, reason);
		return value;
	};
	const tooLong = (limit: number) => ({ reason: 'too-long', limit }) as const;
	const customer = read('customer', tooLong(textLimits.customerName), (cell) => given(customerName(cell)));
	const colleaguesSeeTickets = read('colleagues', { reason: 'not-yes-or-no' }, yesOrNo);
	const name = read('name', tooLong(textLimits.name), (cell) => given(line('name', cell, textLimits.name)));
	const username = read('username', { reason: 'not-a-username' }, usernameOf);
	const email = read('email', { reason: 'not-an-address', sign: signBeyondMail(cells.email) }, emailOf);
	const language = read('language', { reason: 'not-a-language' }, (cell) => languageCalled[cell.toLowerCase()]);
	if (oneLine(cells.customer) === '') problem('customer', { reason: 'required' });
	if (oneLine(cells.email) === '' && (name ?? username)) problem('email', { reason: 'required' });
	if (problems.length > 0 || customer === undefined) return { problems: inOrder(problems) };
	const person = email === undefined ? undefined : { email, name, username, language };
	return { said: { customer, colleaguesSeeTickets, person, products: productsIn(cells.products) } };
}

function yesOrNo(cell: string): boolean | undefined {
	const word = cell.toLowerCase();
	return yes.has(word) ? true : no.has(word) ? false : undefined;
}

function given<Value>(outcome: { ok: true; value: Value } | { ok: false }): Value | undefined {
	return outcome.ok ? outcome.value : undefined;
}

const placeOf = (column: Column | null) => (column === null ? -1 : columns.indexOf(column));

export function inOrder(problems: readonly RowProblem[]): RowProblem[] {
	return problems.toSorted((one, other) => placeOf(one.column) - placeOf(other.column));
}

/** Usernames for somebody who is given none, made of the address, the shortest first: `p.neri`, `p.neri.studio`, `p.neri.studio.it`, `p.neri-2`… */
export function usernamesFor(email: string): string[] {
	const [local = '', domain = ''] = email.split('@');
	const plain = local.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '.');
	const [first = ''] = domain.split('.');
	const numbered = Array.from({ length: 8 }, (_, nth) => `${plain}-${nth + 2}`);
	const possible = [plain, `${plain}.${first}`, `${plain}.${domain}`, ...numbered];
	return [...new Set(possible.flatMap((each) => usernameOf(each) ?? []))];
}
