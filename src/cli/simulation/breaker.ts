import type { Duplex } from 'node:stream';
import type { PoolClient } from 'pg';

/**
 * How a connection breaks: before the n-th statement of an act is sent, right after it was sent, by PostgreSQL itself (the
 * session is terminated), or when COMMIT is done and its answer on the way.
 */
export const cuts = ['before', 'during', 'terminated', 'answer-lost'] as const;
export type Cut = { how: (typeof cuts)[number]; statement: number };

type Query = (...args: unknown[]) => Promise<unknown>;
/** What `pg` keeps of a connection beside what it tells of in its types. */
type Inside = { connection: { stream: Duplex }; processID: number };

/** Breaks the connection of an act, for real, at the statement it was told. */
export class Breaker {
	readonly #terminate: (pid: number) => Promise<unknown>;
	#cut: Cut | undefined;
	#statements = 0;
	#isBroken = false;

	/** `terminate` ends the session of that process, and comes back when it is gone. */
	constructor(terminate: (pid: number) => Promise<unknown>) {
		this.#terminate = terminate;
	}

	/** For the act that comes now. */
	arm(cut: Cut | undefined): void {
		this.#cut = cut;
		this.#statements = 0;
		this.#isBroken = false;
	}

	/** Whether the connection has been broken since it was armed. */
	get isBroken(): boolean {
		return this.#isBroken;
	}

	/** Given each new connection of the pool. */
	readonly watch = (client: PoolClient): void => {
		const query: Query = client.query.bind(client);
		Object.assign(client, { query: (...args: unknown[]) => this.#pass(client, query, args) });
	};

	async #pass(client: PoolClient, query: Query, args: unknown[]): Promise<unknown> {
		this.#statements += 1;
		const cut = this.#cut;
		const isCommit = args[0] === 'commit';
		if (!cut || (cut.how === 'answer-lost' ? !isCommit : this.#statements !== cut.statement)) return query(...args);
		this.#cut = undefined;
		this.#isBroken = true;
		return this.#break(cut.how, client as unknown as Inside, () => query(...args));
	}

	async #break(how: Cut['how'], { connection, processID }: Inside, send: () => Promise<unknown>): Promise<unknown> {
		if (how === 'answer-lost') {
			await send();
			connection.stream.destroy();
			throw new Error('The connection broke before the answer came.');
		}
		if (how === 'terminated') await this.#terminate(processID);
		if (how === 'before') connection.stream.destroy();
		const answer = send();
		if (how === 'during') connection.stream.destroy();
		return answer;
	}
}
