import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { reachedBy } from './database.ts';

/** How long after the connection broke it is made anew: longer every time it could not be, up to the last of these. */
const pausesMs = [100, 500, 1_000, 2_000, 5_000];
/** A connection that broke without a word is noticed by the next question that is not answered. */
const QUESTION_EVERY_MS = 20_000;
const PATIENCE_MS = 10_000;

export type Listening = {
	/** From now on nothing is heard any more. */
	close(): Promise<void>;
};

type Listener = {
	/** What `pg_stat_activity` calls the connection. */
	name: string;
	/** Everything notified from now on is heard. */
	onListening(): void;
	onNotice(payload: string): void;
	/** What is notified from now on is missed, until it listens again, which it tries for ever. */
	onLost(error: Error): void;
};

/** Listens on a channel of the database, by a connection of its own. */
export function listenOn(url: string, channel: string, listener: Listener): Listening {
	const closing = new AbortController();
	const ended = keepListening(url, channel, listener, closing.signal);
	return {
		close() {
			closing.abort();
			return ended;
		},
	};
}

async function keepListening(url: string, channel: string, listener: Listener, closing: AbortSignal): Promise<void> {
	for (let failed = 0; !closing.aborted; failed++) {
		const error = await listenOnce(url, channel, closing, {
			...listener,
			onListening() {
				failed = 0;
				listener.onListening();
			},
		});
		if (closing.aborted) return;
		listener.onLost(error);
		await sleep(pausesMs[Math.min(failed, pausesMs.length - 1)], undefined, { signal: closing }).catch(() => undefined);
	}
}

/** Until the connection breaks, or closing is asked for; answers with what broke it. */
async function listenOnce(url: string, channel: string, closing: AbortSignal, listener: Listener): Promise<Error> {
	const client = new pg.Client({
		...reachedBy(url),
		application_name: listener.name,
		connectionTimeoutMillis: PATIENCE_MS,
		query_timeout: PATIENCE_MS,
		keepAlive: true,
	});
	const { promise: broken, resolve } = Promise.withResolvers<Error>();
	client.on('error', resolve);
	client.on('end', () => resolve(new Error('The connection ended.')));
	client.on('notification', ({ payload = '' }) => listener.onNotice(payload));
	closing.addEventListener('abort', () => resolve(new Error('Nobody listens any more.')), { once: true });
	const questions = setInterval(() => client.query('select').catch(resolve), QUESTION_EVERY_MS);
	try {
		await client.connect();
		await client.query(`listen ${client.escapeIdentifier(channel)}`);
		listener.onListening();
		return await broken;
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	} finally {
		clearInterval(questions);
		// Not waited for: of a connection that broke without a word there is no end to see.
		client.end().catch(() => undefined);
	}
}
