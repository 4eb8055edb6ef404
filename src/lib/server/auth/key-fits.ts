import { sql } from 'kysely';
import type { Desk } from '../desk.ts';
import { derivedToken } from './derived-token.ts';
import { secondFactorIsReadable } from './second-factor.ts';
import { hashOf } from './token.ts';

/** Whether the house's secret key is the one it had; also so where nothing was made with one yet. */
export async function keyFits(desk: Desk): Promise<boolean> {
	return (await newestLinkFits(desk)) && (await secondFactorIsReadable(desk));
}

async function newestLinkFits({ db, secretKey }: Desk): Promise<boolean> {
	const link = await db
		.selectFrom('activation')
		.select(['nonce', 'token_hash'])
		.where('nonce', 'is not', null)
		.orderBy(sql`created_at desc`)
		.limit(1)
		.executeTakeFirst();
	if (!link?.nonce) return true;
	return hashOf(derivedToken(secretKey, 'activate', link.nonce)).equals(link.token_hash);
}
