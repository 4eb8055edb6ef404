import { setTimeout as sleep } from 'node:timers/promises';
import type { KyselyPlugin } from 'kysely';
import pg from 'pg';
import type { Desk } from '#lib/server/desk.ts';

type Options = {
	/** Of the acts, how many meet an error of ours at a random statement; the killer's share comes on top. */
	thrownShare: number;
	/** One connection is killed for so many acts. */
	actsPerKill: number;
};

class OnPurpose extends Error {}

/** A desk on which many acts break, some by an error between two statements, some by the death of their connection. */
export class Breaks {
	readonly count = { acts: 0, broken: 0, killed: 0 };
	/** What broke without our doing. */
	readonly unexpected: unknown[] = [];
	readonly #desk: Desk;
	readonly #options: Options;

	constructor(desk: Desk, options: Options) {
		this.#desk = desk;
		this.#options = options;
	}

	/** What an act came to; nothing when it broke, in which case nobody knows whether it was done. */
	async attempt<T>(act: (desk: Desk) => Promise<T>): Promise<T | undefined> {
		this.count.acts += 1;
		try {
			return await act(Math.random() < this.#options.thrownShare ? this.#failing(upTo(12)) : this.#desk);
		} catch (error) {
			this.count.broken += 1;
			if (!isBreak(error)) this.unexpected.push(error);
			return undefined;
		}
	}

	/** Tried again when it broke, a few times, as somebody at a browser does who got no answer. */
	async insist<T>(act: (desk: Desk) => Promise<T>): Promise<T | undefined> {
		for (let tries = 0; tries < 5; tries++) {
			const outcome = await this.attempt(act);
			if (outcome !== undefined) return outcome;
		}
		return undefined;
	}

	/** Ends one of the busy connections of that name at a time, at random. */
	async killing(url: string, name: string): Promise<{ kill(): Promise<void> } & AsyncDisposable> {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		const victim = `select pg_terminate_backend(pid) from pg_stat_activity
			where application_name = $1 and state in ('active', 'idle in transaction') order by random() limit 1`;
		return {
			kill: async () => {
				await sleep(upTo(10));
				if (this.count.killed * this.#options.actsPerKill > this.count.acts) return;
				this.count.killed += (await client.query(victim, [name])).rowCount ?? 0;
			},
			[Symbol.asyncDispose]: () => client.end(),
		};
	}

	/** The desk with a database that fails at its n-th statement. */
	#failing(nth: number): Desk {
		let statements = 0;
		const plugin: KyselyPlugin = {
			transformQuery({ node }) {
				if (++statements === nth) throw new OnPurpose();
				return node;
			},
			transformResult: async ({ result }) => result,
		};
		return { ...this.#desk, db: this.#desk.db.withPlugin(plugin) };
	}
}

/** Thrown here, or a connection that was killed: in the middle of a statement (57P01), or between two. */
function isBreak(error: unknown): boolean {
	if (error instanceof OnPurpose) return true;
	// Of what is done in batches.
	if (error instanceof AggregateError) return error.errors.every(isBreak);
	const { code, message } = error as { code?: string; message: string };
	return (
		code === '57P01' || code === 'ECONNRESET' || code === 'EPIPE' || /Connection terminated|not queryable/.test(message)
	);
}

/** From 1. */
export const upTo = (most: number) => 1 + Math.floor(Math.random() * most);
export const among = <T>(choices: readonly T[]): T => choices[upTo(choices.length) - 1] as T;
