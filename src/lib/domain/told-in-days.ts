/** A story as it is read: where a day begins, its items, and quiet ones in a row that are folded together. */
export type Told<Item> =
	| { kind: 'day'; day: string }
	| { kind: 'item'; item: Item }
	| { kind: 'folded'; items: Item[] };

type Asked<Item> = {
	/** The local day of an item, as YYYY-MM-DD. */
	dayOf: (item: Item) => string;
	/** Nothing is asked of the reader, and nothing is lost by not reading it at once. */
	isQuiet: (item: Item) => boolean;
};

/** From so many quiet items in a row on, all but the last are folded: that one tells how it stood when somebody spoke next. */
const manyInARow = 3;

/** `items` in the order in which they are told; every one of them is in the answer once, in that order. */
export function toldInDays<Item>(items: readonly Item[], { dayOf, isQuiet }: Asked<Item>): Told<Item>[] {
	const told: Told<Item>[] = [];
	let today: string | undefined;
	for (const row of rows(items, isQuiet)) {
		const [first] = row;
		const day = dayOf(first);
		if (day !== today) told.push({ kind: 'day', day });
		today = day;
		told.push(row.length === 1 ? { kind: 'item', item: first } : { kind: 'folded', items: row });
	}
	return told;
}

type Row<Item> = [first: Item, ...others: Item[]];

/** What stands together: one item, or the folded ones of a row of quiet ones. */
function rows<Item>(items: readonly Item[], isQuiet: (item: Item) => boolean): Row<Item>[] {
	const found: Row<Item>[] = [];
	let quiet: Item[] = [];
	const fold = () => {
		const folded = quiet.length < manyInARow ? [] : quiet.splice(0, quiet.length - 1);
		const [first, ...others] = folded;
		if (first !== undefined) found.push([first, ...others]);
		for (const item of quiet) found.push([item]);
		quiet = [];
	};
	for (const item of items) {
		if (isQuiet(item)) {
			quiet.push(item);
			continue;
		}
		fold();
		found.push([item]);
	}
	fold();
	return found;
}
