import type { QueueSettings } from '#lib/domain/queue.ts';
import { glancePolicy } from '../db/policy.ts';
import type { Desk } from '../desk.ts';

/** The policy's numbers about the order, for showing a page; no act is decided by them. */
export function queueSettings({ db }: Pick<Desk, 'db'>): Promise<QueueSettings> {
	return glancePolicy(db);
}
