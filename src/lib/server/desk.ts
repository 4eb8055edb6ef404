import type { Kysely } from 'kysely';
import type { Blobs } from '#platform/blobs.ts';
import type { SecretKey } from '#platform/secret-key.ts';
import type { Clock } from './clock.ts';
import type { DB } from './db/types.ts';

/** What use-cases and queries work with; made at the composition root. */
export type Desk = {
	db: Kysely<DB>;
	clock: Clock;
	/** The files of attachments, by content hash. */
	blobs: Blobs;
	/** What whoever reads the database alone does not have. */
	secretKey: SecretKey;
	/** Whence the request comes that is being answered; a job or a command comes from nowhere. */
	from?: CameFrom;
};

/** `browser` is what it says of itself, shortened. */
export type CameFrom = { address: string; browser: string };
