import { beforeAll, expect, test } from 'vitest';
import type { Upload } from '#lib/server/db/messages.ts';
import { searchTickets } from '#lib/server/queries/search-tickets.ts';
import { testDesk } from '../../support/desk.ts';
import { asked, nowhere, type Written, written } from '../../support/found.ts';
import { begin, testHouse } from '../../support/house.ts';

const { desk } = await testDesk();
const { product, paola, andrea } = await testHouse(desk);
const numbers = new Map<number, Written>();

const file = (name: string): Upload => ({ name, size: 1, sha256: Buffer.alloc(32), mediaType: 'application/pdf' });

beforeAll(async () => {
	const { opened } = begin(desk, product);
	for (const [key, { subject, description, files }] of Object.entries(written)) {
		const ticket = await opened(andrea, { subject, description, files: files.map(file) });
		numbers.set(ticket, key as Written);
	}
});

const search = (typed: string) => searchTickets(desk, paola, { typed, filter: {}, page: 1 });
const found = async (typed: string) => (await search(typed)).hits.map(({ number }) => numbers.get(number));

test.each(asked)('%s', async (typed, first, also) => {
	const [best, ...others] = await found(typed);
	expect(best).toBe(first);
	if (also) expect(others.sort()).toEqual(also);
});

test.each(nowhere)('%s: nowhere', async (typed) => {
	expect(await found(typed)).toEqual([]);
});
