import type { Kysely } from 'kysely';
import type { Blobs } from '#platform/blobs.ts';
import type { Clock } from './clock.ts';
import type { DB } from './db/types.ts';

/** What use-cases and queries work with; made at the composition root. */
export type Desk = {
	db: Kysely<DB>;
	clock: Clock;
	/** The files of attachments, by content hash. */
	blobs: Blobs;
};
