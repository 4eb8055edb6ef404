/** What a file of customers says in its columns, in the order of the template. */
export const columns = ['customer', 'colleagues', 'name', 'username', 'email', 'language', 'products'] as const;
export type Column = (typeof columns)[number];

/** The cells of a row that are understood, as they stand in the file; '' where nothing does. */
export type Cells = Readonly<Record<Column, string>>;

/** What a column may be called, in either language and by those who know our words and those who do not. */
const called: Readonly<Record<Column, readonly string[]>> = {
	customer: ['cliente', 'customer', 'ragione sociale', 'azienda', 'company'],
	colleagues: ['colleghi', 'colleagues', 'vede i ticket dei colleghi', 'sees colleagues tickets'],
	name: ['persona', 'person', 'nome', 'name', 'nome e cognome', 'full name'],
	username: ['nome utente', 'username', 'user name', 'utente', 'user'],
	email: ['e-mail', 'email', 'mail', 'posta elettronica', 'indirizzo e-mail', 'e-mail address'],
	language: ['lingua', 'language'],
	products: ['software', 'licenze', 'licences', 'licenses', 'prodotti', 'products'],
};

/** The column we add ourselves to the rows that come back; not looked at when they are brought again. */
const whyCalled = new Set(['motivo', 'reason']);

/** Capitals, accents, spaces and signs are not told apart. */
const folded = (text: string) =>
	text
		.normalize('NFD')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, '');

const columnOf = new Map(columns.flatMap((column) => called[column].map((name) => [folded(name), column] as const)));

/** Where each column stands, what is not understood, what is there twice, and how many columns there are. */
export type Header = { places: ReadonlyMap<Column, number>; unknown: string[]; twice: string[]; width: number };

export function headerOf(cells: readonly string[]): Header {
	const places = new Map<Column, number>();
	const unknown: string[] = [];
	const twice: string[] = [];
	for (const [place, cell] of cells.entries()) {
		const name = cell.trim();
		const column = columnOf.get(folded(name));
		if (!column && name && !whyCalled.has(folded(name))) unknown.push(name);
		if (column && places.has(column)) twice.push(name);
		if (column && !places.has(column)) places.set(column, place);
	}
	return { places, unknown, twice, width: cells.length };
}

const anywhere = /[\\|]/g;

/** The names of several products in one cell: `Isoipsa | Catasto`; a bar that belongs to a name has a backslash before it. */
export function productsCell(names: readonly string[]): string {
	return names.map((name) => name.replaceAll(anywhere, '\\$&')).join(' | ');
}

export function productsIn(cell: string): string[] {
	const names = [...cell.matchAll(/(?:\\[\s\S]|[^|\\]|\\$)+/g)].map(([name]) =>
		oneLine(name.replaceAll(/\\([\s\S])/g, '$1')),
	);
	return [...new Set(names.filter(Boolean))];
}

/** As names are kept: without spaces at their ends or in rows. */
export const oneLine = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');
