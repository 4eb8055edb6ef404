import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldInDays } from './told-in-days.ts';

type Item = { day: string; quiet: boolean; name: string };

const asked = { dayOf: ({ day }: Item) => day, isQuiet: ({ quiet }: Item) => quiet };

/** `24a` was said on the 24th, `24a.` happened quietly on it. */
function tell(story: string): string {
	const items = story.split(' ').map((name) => ({ name, day: name.slice(0, 2), quiet: name.endsWith('.') }));
	return toldInDays(items, asked)
		.map((told) => {
			if (told.kind === 'day') return `[${told.day}]`;
			return told.kind === 'item' ? told.item.name : `(${told.items.map(({ name }) => name).join(' ')})`;
		})
		.join(' ');
}

test.each([
	['a mark where a day begins', '23a 23b 24c', '[23] 23a 23b [24] 24c'],
	['no mark between items of a day', '24a 24b. 24c', '[24] 24a 24b. 24c'],
	['two quiet ones stay as they are', '24a 24b. 24c. 24d', '[24] 24a 24b. 24c. 24d'],
	['of three, all but the last are folded', '24a 24b. 24c. 24d. 24e', '[24] 24a (24b. 24c.) 24d. 24e'],
	['also at the beginning', '24a. 24b. 24c. 24d', '[24] (24a. 24b.) 24c. 24d'],
	['and at the end', '24a 24b. 24c. 24d. 24e.', '[24] 24a (24b. 24c. 24d.) 24e.'],
	['what is folded over days stands on the first of them', '23a. 24b. 25c. 25d', '[23] (23a. 24b.) [25] 25c. 25d'],
	['the marks go by the order of the telling', '23a. 24b. 23c.', '[23] (23a. 24b.) 23c.'],
])('%s', (_, story, told) => {
	expect(tell(story)).toBe(told);
});

test('nothing is lost, nothing is told twice, and what is not quiet is never folded', () => {
	const item = fc.record({ day: fc.constantFrom('23', '24', '25'), quiet: fc.boolean(), name: fc.string() });
	fc.assert(
		fc.property(fc.array(item), (items) => {
			const told = toldInDays(items, asked);
			const read = told.flatMap((row) => (row.kind === 'day' ? [] : row.kind === 'item' ? [row.item] : row.items));
			expect(read).toEqual(items);
			expect(told.flatMap((row) => (row.kind === 'folded' ? row.items : [])).every(({ quiet }) => quiet)).toBe(true);
		}),
	);
});
