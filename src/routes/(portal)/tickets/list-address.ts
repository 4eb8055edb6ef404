import type { Asked } from './asked.ts';

/** Where the list is that is asked for. */
export function addressOf({ page, ...asked }: Asked): string {
	const said = Object.entries({ ...asked, page: page === 1 ? undefined : page }).flatMap(([name, value]) =>
		value === undefined || value === '' ? [] : [[name, String(value)]],
	);
	return said.length > 0 ? `/tickets?${new URLSearchParams(said)}` : '/tickets';
}
