import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { servingAgent } from '../db/agents.ts';
import { recordEvent } from '../db/events.ts';
import { productsExist } from '../db/products.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import type { Desk } from '../desk.ts';
import { type AdministrationOutcome, administer } from './administer.ts';
import { accountFor, type OnAccount } from './on-account.ts';

/** `products` are all the agent serves from now on; null for every product, those of tomorrow included. */
export type SetCoverage = OnAccount & { products: number[] | null };

/** Which products an agent serves (P4). What the agent has in hand stays there. */
export async function setCoverage(desk: Desk, viewer: Viewer, input: SetCoverage): Promise<AdministrationOutcome> {
	return administer(desk, viewer, 'set-coverage', input, async (tx) => {
		const found = await accountFor(tx, viewer, input.account);
		if (!found.ok) return found;
		const { id, role } = found.value.account;
		if (role === 'user') return refused({ reason: 'not-staff' });
		const wanted = input.products && new Set(input.products);
		if (wanted?.size === 0) return refused({ reason: 'no-product' });
		if (wanted && !(await productsExist(tx, wanted))) return refused({ reason: 'unknown-record' });

		const counter = await lockCounter(tx, desk.clock);
		const before = inOrder((await servingAgent(tx, id))?.covers);
		const covers = inOrder(wanted);
		if (String(before) === String(covers)) return done();
		await record(tx, counter, { type: 'coverage', actor: viewer.id, agent: id, covers: covers ?? undefined });
		const data = { from: before, to: covers };
		await recordEvent(tx, { at: counter.at, type: 'coverage-changed', actor: viewer.id, account: id, data });
		return done();
	});
}

function inOrder(products: Iterable<number> | null | undefined): number[] | null {
	return products ? [...products].sort((a, b) => a - b) : null;
}
