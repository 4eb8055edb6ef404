import type { Transaction } from 'kysely';
import { issueActivation } from '../auth/activation.ts';
import { record } from '../db/audit-log.ts';
import { tellOfCredentials } from '../db/mail-of-credentials.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

type IssueCredentials = {
	account: number;
	by: number;
	at: Temporal.Instant;
	verb: 'activation-issued' | 'activation-renewed';
};

/** A link to choose a password, mailed to the registered address in place of an earlier one (P1). Answers its token. */
export async function issueCredentials(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, by, at, verb }: IssueCredentials,
): Promise<string> {
	const { nonce, token } = await issueActivation(tx, desk, account, at);
	await tellOfCredentials(tx, { kind: 'activation', account, at, nonce });
	await record(tx, desk, { at, verb, by, about: { account } });
	return token;
}
