import { type KeptOrganisation, organisationNow } from '../db/organisation.ts';
import type { Desk } from '../desk.ts';

/** Whose desk this is, exactly: what a change is based on. Pages and mails ask `Live`, which keeps it. */
export function organisationToChange({ db }: Pick<Desk, 'db'>): Promise<KeptOrganisation> {
	return organisationNow(db);
}
