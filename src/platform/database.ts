import { Kysely, type LogConfig, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '#lib/server/db/types.ts';
import { kept, keptAs } from './kept-plans.ts';

export type DatabaseOptions = PoolOptions & { log?: LogConfig };

export type PoolOptions = {
	max: number;
	/** What `pg_stat_activity` calls these sessions. */
	name?: string;
	/** An idle connection broke (PostgreSQL restarted, the network went). The pool makes new ones by itself. */
	onError?: (error: Error) => void;
	/** Told of each connection the pool makes, before it is used. */
	onConnect?: (client: pg.PoolClient) => void;
};

/** The typed database on a pool of its own. Instants are `Temporal.Instant` both ways, dates are text, int8 is a number. */
export function createDatabase(url: string, { log, ...options }: DatabaseOptions): Kysely<DB> {
	return new Kysely<DB>({ dialect: new PostgresDialect({ pool: createPool(url, options) }), log });
}

function createPool(url: string, { max, name = 'sportello', onError, onConnect }: PoolOptions): pg.Pool {
	const pool = new pg.Pool({
		...reachedBy(url),
		max,
		application_name: name,
		Client: NamingClient,
		types: { getTypeParser: parserOf },
		connectionTimeoutMillis: 10_000,
		statement_timeout: 30_000,
		lock_timeout: 10_000,
		idle_in_transaction_session_timeout: 15_000,
	});
	// Without a listener, the loss of an idle connection would end the process.
	pool.on('error', (error) => onError?.(error));
	// So would that of one in use; whoever uses it is told by the statement under way, or by the next.
	pool.on('connect', (client) => client.on('error', () => undefined));
	if (onConnect) pool.on('connect', onConnect);
	return pool;
}

/**
 * What the parsers below and the laws of the queue rely on, whatever the server's settings, or those of the address, are:
 * each statement sees what was committed before it, and what was acknowledged survives a crash.
 */
const relied = [
	'datestyle=ISO',
	'timezone=UTC',
	'default_transaction_isolation=read\\ committed',
	'synchronous_commit=on',
];

/** `pg` would take the address's `options` instead of ours; of several the last counts. */
export function reachedBy(url: string): { connectionString: string; options: string } {
	const address = new URL(url);
	const theirs = address.searchParams.get('options') ?? '';
	address.searchParams.delete('options');
	return { connectionString: address.href, options: [theirs, ...relied.map((each) => `-c ${each}`)].join(' ').trim() };
}

const { builtins, getTypeParser } = pg.types;
const TEXT_ARRAY: number = 1009;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;

const parsers = new Map<number, (text: string) => unknown>([
	[builtins.TIMESTAMPTZ, instant],
	[builtins.DATE, String],
	[builtins.INT8, wholeNumber],
	[TIMESTAMPTZ_ARRAY, (text) => eachOf(text, instant)],
	[DATE_ARRAY, (text) => eachOf(text, String)],
	[INT8_ARRAY, (text) => eachOf(text, wholeNumber)],
]);

function parserOf(oid: number, format?: 'text' | 'binary') {
	return (format !== 'binary' && parsers.get(oid)) || getTypeParser(oid, format as 'text');
}

function eachOf<Value>(text: string, parse: (text: string) => Value): (Value | null)[] {
	const entries: (string | null)[] = getTypeParser(TEXT_ARRAY, 'text')(text);
	return entries.map((entry) => (entry === null ? null : parse(entry)));
}

/** PostgreSQL's ISO output (`2026-11-23 09:00:00.5+00`) is within what Temporal reads. */
function instant(text: string): Temporal.Instant {
	return Temporal.Instant.from(text);
}

function wholeNumber(text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit into a number`);
	return number;
}

/**
 * Sends what acts say, which is all that stands in a transaction, and whatever else asks for it by how it begins under a name, so
 * that PostgreSQL plans it once on each connection. A search is planned for its words, each time.
 */
class NamingClient extends pg.Client {
	#acting = false;

	override query(...args: unknown[]): never {
		const [text, values] = args;
		if (typeof text !== 'string' || !Array.isArray(values)) return Reflect.apply(super.query, this, args) as never;
		if (text === 'begin') this.#acting = true;
		else if (text === 'commit' || text === 'rollback') this.#acting = false;
		const comesAgain = (this.#acting && values.length > 0) || text.startsWith(kept);
		const name = comesAgain ? keptAs(text) : undefined;
		return Reflect.apply(super.query, this, [{ name, text, values: asText(values) }]) as never;
	}
}

/** `pg` writes an object it does not know as JSON, in quotes that PostgreSQL cannot read as an instant or a date. */
function asText(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(asText);
	return value instanceof Temporal.Instant || value instanceof Temporal.PlainDate ? value.toString() : value;
}
