import { type Compilable, CompiledQuery, type Kysely } from 'kysely';
import { kept } from '#platform/kept-plans.ts';
import type { DB } from './types.ts';

/**
 * What stands in a statement for a value that is not known yet: it can be handed on, and whoever makes a text or a number of it
 * is refused. It counts as true, and equals nothing.
 */
class Place {
	readonly name: string;

	constructor(name: string) {
		this.name = name;
	}
	[Symbol.toPrimitive](): never {
		throw new TypeError(`The value of ${this.name} is not known while a statement is written.`);
	}
	toString(): never {
		return this[Symbol.toPrimitive]();
	}
	toJSON(): never {
		return this[Symbol.toPrimitive]();
	}
	/** Its value; what was not given at all must not pass for NULL. */
	in(values: ReadonlyMap<string, unknown>): unknown {
		if (!values.has(this.name)) throw new TypeError(`A statement is sent without ${this.name}.`);
		return values.get(this.name);
	}
}

/**
 * A query whose text is made once and sent with other values each time: to put a large one together takes longer than to send
 * it. `write` is handed places instead of values, so that nothing of one reader can stay in it for the next; where the text
 * itself depends on something, there are several statements. PostgreSQL keeps its plan.
 */
export function statement<Values extends object, Row>(write: (db: Kysely<DB>, values: Values) => Compilable<Row>) {
	const places = new Proxy({} as Values, { get: (_, name) => new Place(String(name)) });
	let written: { text: string; parameters: readonly unknown[] } | undefined;
	return async (db: Kysely<DB>, values: Values): Promise<Row[]> => {
		if (!written) {
			const { sql, parameters } = write(db, places).compile();
			written = { text: kept + sql, parameters };
		}
		const known = new Map<string, unknown>(Object.entries(values));
		const parameters = written.parameters.map((each) => (each instanceof Place ? each.in(known) : each));
		const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(written.text, parameters));
		return rows;
	};
}
