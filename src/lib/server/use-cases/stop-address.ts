import type { AddressRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { endLinksOf } from '../auth/links.ts';
import { lockAddressLink } from '../auth/new-address.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import { transact } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/**
 * “This was not me”, said at the present address: the change is off, however late it is said. Whoever asked for it was signed in and knew the
 * password, so every session ends and no link leads anywhere.
 */
export async function stopAddress(
	desk: Desk,
	{ token }: { token: string },
): Promise<Outcome<undefined, AddressRefusal>> {
	return transact<undefined, AddressRefusal>(desk.db, async (tx) => {
		const link = await lockAddressLink(tx, token);
		if (link?.leads !== 'stop') return refused({ reason: 'address-unknown' });
		if (link.usedAt) return refused({ reason: 'address-used' });
		const { account } = link;
		await endLinksOf(tx, account);
		await endSessionsOf(tx, account);
		const at = await desk.clock.now(tx);
		await record(tx, desk, { at, verb: 'address-stopped', by: account, about: { account } });
		return done();
	});
}
