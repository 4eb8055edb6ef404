import type { Kysely } from 'kysely';
import type { UserViewer } from '../access/viewer.ts';
import type { DB } from '../db/types.ts';

/** Where a user works, as their newest ticket said it. The version is not among it: it belongs to a product and goes stale. */
export async function lastEnvironment(
	db: Kysely<DB>,
	viewer: UserViewer,
): Promise<{ operatingSystem: string; tools: string } | undefined> {
	return db
		.selectFrom('ticket')
		.select(['operating_system as operatingSystem', 'tools'])
		.where('opened_by', '=', viewer.id)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
}
