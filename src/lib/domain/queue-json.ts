import type { Agent, Entry, Queue, QueueSettings } from './queue.ts';
import { emptyQueue, position } from './queue.ts';

/** A queue as JSON, stored with how far the log was replayed. Instants are ISO 8601. */
export type StoredQueue = {
	entries: [
		number,
		Omit<Entry, 'reserved' | 'agent'> & { agent?: number; reserved?: { for: number; until: string } },
	][];
	agents: [number, { onDuty?: boolean; covers?: readonly number[] }][];
	settings: QueueSettings;
};

export function storedQueue({ entries, agents, settings }: Queue): StoredQueue {
	return {
		entries: [...entries].map(([ticket, { agent, reserved, ...entry }]) => [
			ticket,
			{
				...entry,
				...(agent !== undefined && { agent }),
				...(reserved && { reserved: { for: reserved.for, until: reserved.until.toString() } }),
			},
		]),
		agents: [...agents].map(([agent, { onDuty, covers }]) => [
			agent,
			{ ...(onDuty !== undefined && { onDuty }), ...(covers && { covers }) },
		]),
		settings,
	};
}

export function queueFrom(stored: StoredQueue): Queue {
	const queue = { ...emptyQueue(), settings: stored.settings };
	for (const [agent, { onDuty, covers }] of stored.agents) queue.agents.set(agent, { onDuty, covers } satisfies Agent);
	for (const [ticket, { agent, reserved, ...entry }] of stored.entries) {
		const until = reserved && { for: reserved.for, until: Temporal.Instant.from(reserved.until) };
		queue.entries.set(ticket, { ...entry, agent, reserved: until });
		const line = queue.queued[entry.lane];
		if (entry.state === 'queued') line.splice(position(line, ticket), 0, ticket);
		if (entry.state === 'in-hand' && agent !== undefined) queue.inHand.set(agent, (queue.inHand.get(agent) ?? 0) + 1);
	}
	return queue;
}
