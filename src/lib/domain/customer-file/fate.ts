import type { Language } from '../roles.ts';
import type { Column } from './columns.ts';

/** What an import does to a house, row by row; a row that is refused does nothing. */
export const fateKinds = ['new', 'changed', 'unchanged', 'refused'] as const;
export type FateKind = (typeof fateKinds)[number];

/**
 * What becomes of a row. `changed` is somebody known who is called otherwise from now on or is written to in another language, or a known
 * customer with a licence more; `licences` are the names of the products that are added.
 */
export type Fate =
	| { kind: 'refused'; problems: RowProblem[] }
	| {
			kind: Exclude<FateKind, 'refused'>;
			customer?: 'new';
			person?: 'new' | 'changed';
			/** Of a new person. */
			username?: string;
			licences: string[];
	  };

/** Why a row is refused, each with the column it is about; the row as a whole where it names none. */
export type RowProblem = { column: Column | null } & RowReason;
export type RowReason =
	| { reason: 'cells-too-many'; surplus: number }
	| { reason: 'required' }
	| { reason: 'too-long'; limit: number }
	| { reason: 'not-an-address'; sign?: string | undefined }
	| { reason: 'not-a-username' }
	| { reason: 'not-a-language' }
	| { reason: 'not-yes-or-no' }
	| { reason: 'no-such-product'; product: string }
	| { reason: 'colleagues-otherwise' }
	| { reason: 'of-another-customer'; customer: string }
	| { reason: 'is-staff' }
	| { reason: 'username-otherwise'; username: string }
	| { reason: 'username-taken' }
	| { reason: 'no-username-free' }
	/** Somebody else was given that name in the meantime. */
	| { reason: 'taken-meanwhile' }
	/** Whoever confirmed the file is no administrator any more, or may not come in. */
	| { reason: 'stopped' }
	/** An earlier line of the file says something else of the same person. */
	| { reason: 'said-otherwise'; line: number };

/** What a row asks of the tables, in the order in which it has to be done. */
export type Effect =
	| { act: 'add-customer'; key: string; name: string; colleaguesSeeTickets: boolean }
	| { act: 'add-licences'; customer: string; products: readonly Product[] }
	| { act: 'add-person'; customer: string; name: string; username: string; email: string; language: Language }
	| { act: 'change-person'; email: string; before: Called; after: Called };

/** Customers and people by `keyOf` their name, address or username. */
export type Product = { id: number; name: string };
export type Called = { name: string; language: Language };
export type KnownPerson = Called & { customer: string | null; username: string };

/** What has to be known to decide; deciding goes on with what it decided. */
export type House = {
	products: ReadonlyMap<string, Product>;
	customers: Map<string, { name: string; colleaguesSeeTickets: boolean; products: Set<number> }>;
	people: Map<string, KnownPerson>;
	usernames: Set<string>;
};

/** As the tables tell names apart: capitals are not. */
export const keyOf = (name: string) => name.toLowerCase();

/** How many rows do what; `licences` are counted one by one. */
export type Tally = { customers: number; people: number; licences: number } & Record<FateKind, number>;

export const noTally: Tally = { customers: 0, people: 0, licences: 0, new: 0, changed: 0, unchanged: 0, refused: 0 };

export function counted(tally: Tally, fates: Iterable<Fate>): Tally {
	const sum = { ...tally };
	for (const fate of fates) {
		sum[fate.kind] += 1;
		if (fate.kind === 'refused') continue;
		if (fate.customer === 'new') sum.customers += 1;
		if (fate.person === 'new') sum.people += 1;
		sum.licences += fate.licences.length;
	}
	return sum;
}
