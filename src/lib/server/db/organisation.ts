import type { Kysely, Transaction } from 'kysely';
import type { Organisation } from '#lib/domain/organisation.ts';
import { tellOrganisation } from './tell.ts';
import type { DB } from './types.ts';

/** With how often it was changed. */
export type KeptOrganisation = Organisation & { version: number };

export async function organisationNow(db: Kysely<DB>): Promise<KeptOrganisation> {
	return kept(await row(db).executeTakeFirstOrThrow());
}

/** Whoever changes it waits until the change before is whole. */
export async function lockOrganisation(tx: Transaction<DB>): Promise<KeptOrganisation> {
	return kept(await row(tx).forNoKeyUpdate().executeTakeFirstOrThrow());
}

/** Every process is told to read it again. */
export async function writeOrganisation(
	tx: Transaction<DB>,
	{ postalAddress, ...rest }: KeptOrganisation,
): Promise<void> {
	const { name, version, supportAddress } = rest;
	await tx
		.updateTable('organisation')
		.set({ version, name, postal_address: postalAddress.join('\n'), support_address: supportAddress })
		.returning(tellOrganisation().as('told'))
		.execute();
}

function row(db: Kysely<DB>) {
	return db.selectFrom('organisation').select(['version', 'name', 'postal_address', 'support_address']);
}

type Row = { version: number; name: string; postal_address: string; support_address: string | null };

function kept({ version, name, postal_address, support_address }: Row): KeptOrganisation {
	const postalAddress = postal_address === '' ? [] : postal_address.split('\n');
	return { version, name, postalAddress, supportAddress: support_address };
}
