import type { NotValid } from '#lib/domain/administration.ts';
import type { OwnAddress, ProofNeeded } from '#lib/domain/credentials.ts';
import { emailOf, signBeyondMail } from '#lib/domain/email.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { proofAsked } from '../access/recent-proof.ts';
import type { Viewer } from '../access/viewer.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';
import { beginNewAddress } from './begin-new-address.ts';

export type AskNewAddress = { email: string; requestKey: string };

/** Somebody wants another e-mail address: it is theirs once it is confirmed at both, and the present one holds until then. */
export async function askNewAddress(
	desk: Desk,
	viewer: Viewer,
	{ requestKey, ...content }: AskNewAddress,
): Promise<Outcome<undefined, NotValid | OwnAddress | ProofNeeded | RepeatedKey>> {
	const asked = await proofAsked(desk, viewer);
	if (asked) return asked;
	const request = { account: viewer.id, act: 'ask-new-address', key: requestKey, content };
	return once<undefined, NotValid | OwnAddress>(desk, request, async (tx) => {
		const email = emailOf(content.email);
		if (!email) return refused({ reason: 'not-valid', field: 'email', sign: signBeyondMail(content.email) });
		const own = tx.selectFrom('account').select(['id', 'email']).where('id', '=', viewer.id).forNoKeyUpdate();
		const account = await own.executeTakeFirstOrThrow();
		if (account.email === email) return refused({ reason: 'address-yours' });
		await beginNewAddress(tx, desk, { account, email, by: viewer.id, at: await desk.clock.now(tx) });
		return done();
	});
}
