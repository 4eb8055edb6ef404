import type { Transaction } from 'kysely';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { servingAgent } from '../db/agents.ts';
import { record as recordStep } from '../db/audit-log.ts';
import { productNames, productsExist } from '../db/products.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import type { DB } from '../db/types.ts';
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
		const about = { account: id };
		const details = { from: { products: await named(tx, before) }, to: { products: await named(tx, covers) } };
		await recordStep(tx, desk, { at: counter.at, verb: 'coverage-changed', by: viewer.id, about, details });
		return done();
	});
}

async function named(tx: Transaction<DB>, products: number[] | null): Promise<string[] | null> {
	return products && productNames(tx, products);
}

function inOrder(products: Iterable<number> | null | undefined): number[] | null {
	return products ? [...products].sort((a, b) => a - b) : null;
}
