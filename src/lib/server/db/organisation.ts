import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Logo } from '#lib/domain/logo.ts';
import type { Organisation } from '#lib/domain/organisation.ts';
import { tellOrganisation } from './tell.ts';
import type { DB, Organisation as Row } from './types.ts';

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
	{ name, version, postalAddress, supportAddress, logo }: KeptOrganisation,
): Promise<void> {
	const shown = {
		logo_sha256: logo && Buffer.from(logo.sha256, 'hex'),
		...{ logo_type: logo?.mediaType ?? null, logo_width: logo?.width ?? null, logo_height: logo?.height ?? null },
	};
	await tx
		.updateTable('organisation')
		.set({ version, name, postal_address: postalAddress.join('\n'), support_address: supportAddress, ...shown })
		.returning(tellOrganisation().as('told'))
		.execute();
}

function row(db: Kysely<DB>) {
	return db.selectFrom('organisation').selectAll();
}

function kept(row: Selectable<Row>): KeptOrganisation {
	const { version, name, postal_address, support_address } = row;
	const postalAddress = postal_address === '' ? [] : postal_address.split('\n');
	return { version, name, postalAddress, supportAddress: support_address, logo: logoOf(row) };
}

/** It is there whole, or not at all (a check of the table says so). */
function logoOf({ logo_sha256, logo_type, logo_width, logo_height }: Selectable<Row>): Logo | null {
	if (!(logo_sha256 && logo_type && logo_width && logo_height)) return null;
	return { sha256: logo_sha256.toString('hex'), mediaType: logo_type, width: logo_width, height: logo_height };
}
