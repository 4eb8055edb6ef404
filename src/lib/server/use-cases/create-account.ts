import type { Transaction } from 'kysely';
import { insertAccount, type NewAccount } from '../db/accounts.ts';
import { record } from '../db/audit-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { issueCredentials } from './issue-credentials.ts';

/** What creating a user and creating staff have in common: the account, its event, the link to choose a password. */
export async function createAccount(
	tx: Transaction<DB>,
	desk: Desk,
	{ by, ...account }: NewAccount & { by: number },
): Promise<{ account: number; token: string }> {
	const id = await insertAccount(tx, account);
	const { at, role, username } = account;
	const about = { account: id };
	await record(tx, desk, { at, verb: 'account-created', by, about, details: { role, username } });
	return { account: id, token: await issueCredentials(tx, desk, { account: id, by, at, verb: 'activation-issued' }) };
}
