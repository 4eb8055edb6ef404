import type { Asked } from './asked.ts';

/** Where what is asked for is found; the first page has no number. */
export function addressOf({ page, ...asked }: Asked): string {
	const said = Object.entries({ ...asked, page: page === 1 ? undefined : page }).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, String(value)]],
	);
	return said.length > 0 ? `/desk/search?${new URLSearchParams(said)}` : '/desk/search';
}
