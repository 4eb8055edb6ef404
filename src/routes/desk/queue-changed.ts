import type { Words } from '#lib/messages/words.ts';
import type { QueueState } from '#lib/server/queries/queue-state.ts';

/** The queue changes with every act of anybody: whoever listens is told of it this often at most. */
const SAID_EVERY_MS = 30_000;

type Queued = QueueState['queued'];

/** Says, now and then, how long the queue has become; nothing where it is as long as it was. */
export function queueChanged(): (before: Queued, after: Queued, words: Words) => string | undefined {
	let saidAt = Number.NEGATIVE_INFINITY;
	return (before, after, words) => {
		const [was, is] = [before, after].map(({ technical, consultancy }) => technical + consultancy);
		if (is === undefined || was === is || performance.now() - saidAt < SAID_EVERY_MS) return undefined;
		saidAt = performance.now();
		return words.deskHome.queue.changed(is);
	};
}
