import {
	CompiledQuery,
	type DatabaseConnection,
	type Driver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type Transaction,
} from 'kysely';
import type { DB } from '#lib/server/db/types.ts';

/**
 * Runs acts that open transactions of their own inside `tx`: what they take for a transaction is a savepoint, so that all of
 * them are done, or none. One at a time, since they share the connection.
 */
export function within<Result>(tx: Transaction<DB>, acts: (db: Kysely<DB>) => Promise<Result>): Promise<Result> {
	return tx.getExecutor().provideConnection((connection) =>
		acts(
			new Kysely<DB>({
				dialect: {
					createAdapter: () => new OneConnection(),
					createDriver: () => savepoints(connection),
					createIntrospector: (db) => new PostgresIntrospector(db),
					createQueryCompiler: () => new PostgresQueryCompiler(),
				},
			}),
		),
	);
}

class OneConnection extends PostgresAdapter {
	override get supportsMultipleConnections(): boolean {
		return false;
	}
}

function savepoints(connection: DatabaseConnection): Driver {
	const say = async (statement: string) => {
		await connection.executeQuery(CompiledQuery.raw(statement));
	};
	const nothing = async () => undefined;
	return {
		init: nothing,
		acquireConnection: async () => connection,
		beginTransaction: () => say('savepoint act'),
		commitTransaction: () => say('release savepoint act'),
		async rollbackTransaction() {
			await say('rollback to savepoint act');
			await say('release savepoint act');
		},
		releaseConnection: nothing,
		destroy: nothing,
	};
}
