import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cells, type Column, headerOf, productsCell, productsIn } from './columns.ts';
import { contradictions } from './contradictions.ts';
import { decide, type FileRow } from './decide.ts';
import { counted, type House, keyOf, noTally } from './fate.ts';

const nobody = { customer: '', colleagues: '', name: '', username: '', email: '', language: '', products: '' };
const paola = { ...nobody, customer: 'Studio Neri', name: 'Paola Neri', email: 'p.neri@studio.example' };

const row = (cells: Partial<Cells>, told: Partial<FileRow> = {}): FileRow => ({
	...{ line: 2, surplus: 0, contradicts: null, cells: { ...nobody, ...cells } },
	...told,
});

function house(): House {
	const products = [
		{ id: 1, name: 'Isoipsa' },
		{ id: 2, name: 'Catasto | 2' },
	];
	return {
		products: new Map(products.map((product) => [keyOf(product.name), product])),
		customers: new Map([['arcadia', { name: 'Arcadia', colleaguesSeeTickets: false, products: new Set([1]) }]]),
		people: new Map([
			['chiara@arcadia.example', { name: 'Chiara', language: 'it', customer: 'arcadia', username: 'chiara' }],
			['marta@house.example', { name: 'Marta', language: 'it', customer: null, username: 'marta' }],
		]),
		usernames: new Set(['chiara', 'marta']),
	};
}

const chiara = { customer: 'Arcadia', email: 'chiara@arcadia.example' };

test('somebody new at a new customer, with licences; the same row again changes nothing', () => {
	const known = house();
	const asked = row({ ...paola, products: 'isoipsa | Catasto \\| 2' });
	expect(decide(asked, known)).toEqual({
		fate: { kind: 'new', customer: 'new', person: 'new', username: 'p.neri', licences: ['Isoipsa', 'Catasto | 2'] },
		effects: [
			{ act: 'add-customer', key: 'studio neri', name: 'Studio Neri', colleaguesSeeTickets: true },
			{ act: 'add-licences', customer: 'studio neri', products: [...known.products.values()] },
			{
				...{ act: 'add-person', customer: 'studio neri', username: 'p.neri', email: 'p.neri@studio.example' },
				...{ name: 'Paola Neri', language: 'it' },
			},
		],
	});
	expect(decide(asked, known)).toEqual({ fate: { kind: 'unchanged', licences: [] }, effects: [] });
});

test('somebody known is known by the address in whatever letters; only name and language are corrected', () => {
	const { fate, effects } = decide(
		row({ ...chiara, customer: 'ARCADIA', email: 'CHIARA@Arcadia.example', name: 'Chiara Verdi', language: 'English' }),
		house(),
	);
	expect(fate).toEqual({ kind: 'changed', person: 'changed', licences: [] });
	expect(effects).toEqual([
		{
			...{ act: 'change-person', email: 'chiara@arcadia.example' },
			before: { name: 'Chiara', language: 'it' },
			after: { name: 'Chiara Verdi', language: 'en' },
		},
	]);
});

test('usernames are found for those who are given none, and go on when they are taken', () => {
	const known = house();
	const of = (email: string) => decide(row({ ...paola, email }), known).fate;
	expect(of('chiara@neri.example')).toMatchObject({ username: 'chiara.neri' });
	expect(of('chiara@neri.test')).toMatchObject({ username: 'chiara.neri.test' });
	expect(of('x@y.zz')).toMatchObject({ username: 'x.y' });
});

const refusals: [string, Partial<Cells>, Partial<FileRow>, Column | null, string][] = [
	['no customer', { ...paola, customer: ' ' }, {}, 'customer', 'required'],
	['no address', { ...paola, email: '' }, {}, 'email', 'required'],
	['no name', { ...paola, name: '' }, {}, 'name', 'required'],
	['a long name', { ...paola, name: 'x'.repeat(121) }, {}, 'name', 'too-long'],
	['a long customer', { ...paola, customer: 'x'.repeat(201) }, {}, 'customer', 'too-long'],
	['no address at all', { ...paola, email: 'paola' }, {}, 'email', 'not-an-address'],
	['a homoglyph (Cyrillic а)', { ...chiara, email: 'chi\u0430ra@arcadia.example' }, {}, 'email', 'not-an-address'],
	['a username with spaces', { ...paola, username: 'p n' }, {}, 'username', 'not-a-username'],
	['a language of others', { ...paola, language: 'fr' }, {}, 'language', 'not-a-language'],
	['neither yes nor no', { ...paola, colleagues: 'forse' }, {}, 'colleagues', 'not-yes-or-no'],
	['no such product', { ...paola, products: 'Isoipso' }, {}, 'products', 'no-such-product'],
	['who sees whose tickets', { ...chiara, colleagues: 'sì' }, {}, 'colleagues', 'colleagues-otherwise'],
	['a move between customers', { ...chiara, customer: 'Studio Neri' }, {}, 'customer', 'of-another-customer'],
	['one of the staff', { ...paola, email: 'Marta@house.example' }, {}, 'email', 'is-staff'],
	['another username', { ...chiara, username: 'kiara' }, {}, 'username', 'username-otherwise'],
	['a username taken', { ...paola, username: 'Chiara' }, {}, 'username', 'username-taken'],
	['a contradiction', chiara, { contradicts: 7 }, 'email', 'said-otherwise'],
	['an unquoted separator', chiara, { surplus: 1 }, null, 'cells-too-many'],
];
test.each(refusals)('refused: %s', (_, cells, told, column, reason) => {
	const known = house();
	const { fate, effects } = decide(row(cells, told), known);
	expect(fate).toMatchObject({
		kind: 'refused',
		problems: expect.arrayContaining([expect.objectContaining({ column, reason })]),
	});
	expect(effects).toEqual([]);
	expect(known).toEqual(house());
});

test('every problem of a row is named, in the order of the columns', () => {
	const { fate } = decide(row({ ...paola, language: 'fr', email: 'x', colleagues: '?' }, { surplus: 2 }), house());
	expect(fate.kind === 'refused' && fate.problems.map(({ column }) => column)).toEqual([
		...[null, 'colleagues', 'email', 'language'],
	]);
});

test('columns are found in either language, in any order, by whatever letters', () => {
	const { places, unknown, twice } = headerOf([
		'E-MAIL ',
		'Note',
		'cliente',
		'Nome  utente',
		'Licences',
		'mail',
		'Motivo',
	]);
	expect([...places]).toEqual([
		...[
			['email', 0],
			['customer', 2],
			['username', 3],
			['products', 4],
		],
	]);
	expect({ unknown, twice }).toEqual({ unknown: ['Note'], twice: ['mail'] });
});

test('an earlier line that calls the same person otherwise is named; what is left empty contradicts nothing', () => {
	const rows = [paola, { ...paola, name: '' }, { ...paola, email: 'P.NERI@studio.example', name: 'P. Neri' }, paola];
	expect(contradictions(rows.map((cells, nth) => ({ line: nth + 2, cells })))).toEqual([null, null, 2, null]);
});

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
test('names of products come out of a cell as they went in, whatever they hold', () => {
	const kept = name.map((text) => text.normalize('NFC').trim().replace(/\s+/g, ' ')).filter(Boolean);
	fc.assert(
		fc.property(fc.uniqueArray(kept, { maxLength: 6 }), (names) => {
			expect(productsIn(productsCell(names))).toEqual(names);
		}),
	);
});

const word = fc.constantFrom(
	'',
	'Arcadia',
	'arcadia',
	'Neri',
	'Studio',
	'x',
	'sì',
	'no',
	'it',
	'en',
	'Isoipsa',
	'chiara',
);
const cells = fc.record({
	customer: word,
	colleagues: word,
	name: word,
	username: word,
	email: fc.constantFrom('', 'a@b.it', 'A@b.it', 'c@b.it', 'chiara@arcadia.example', 'marta@house.example', '@'),
	language: fc.constantFrom('', 'it', 'en', 'fr'),
	products: word,
});
test('whatever a file says: brought a second time it changes nothing, and refuses what it refused', () => {
	fc.assert(
		fc.property(fc.array(cells, { maxLength: 12 }), (said) => {
			const rows = said.map((each, nth) => row(each, { line: nth + 2 }));
			const against = contradictions(rows);
			const told = rows.map((each, nth) => ({ ...each, contradicts: against[nth] ?? null }));
			const known = house();
			const bring = () =>
				counted(
					noTally,
					told.map((each) => decide(each, known).fate),
				);
			const first = bring();
			const before = structuredClone(known);
			const { refused, unchanged } = bring();
			expect({ refused, all: refused + unchanged }).toEqual({ refused: first.refused, all: rows.length });
			expect(known).toEqual(before);
			expect(known.people.get('marta@house.example')?.customer).toBeNull();
			expect(known.people.get('chiara@arcadia.example')?.customer).toBe('arcadia');
		}),
	);
});
