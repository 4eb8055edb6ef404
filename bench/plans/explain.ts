import type { CompiledQuery } from 'kysely';
import type pg from 'pg';

/** What one of the queries behind something asked takes at best, in milliseconds. */
export type Timed = { asked: string; sql: string; planning: number; execution: number };

type Plan = { 'Planning Time': number; 'Execution Time': number };

/** The best of so many, since the machine may be busy with something else. */
export const runs = 40;

/** Runs what was sent again and again, each time undone, and prints the plans. */
export async function explain(client: pg.Client, asked: string, queries: CompiledQuery[]): Promise<Timed[]> {
	const timed = queries.map(({ sql }): Timed => ({ asked, sql, planning: Infinity, execution: Infinity }));
	for (let run = 0; run < runs; run++) {
		await client.query('begin');
		for (const [nth, query] of queries.entries()) {
			const best = timed[nth] as Timed;
			const { 'Planning Time': planning, 'Execution Time': execution } = await planOf(client, query);
			best.planning = Math.min(best.planning, planning);
			best.execution = Math.min(best.execution, execution);
		}
		await client.query('rollback');
	}
	await print(client, asked, queries);
	return timed;
}

async function print(client: pg.Client, asked: string, queries: CompiledQuery[]): Promise<void> {
	await client.query('begin');
	for (const query of queries) {
		console.log(`\n── ${asked}\n${query.sql}\n`);
		for (const row of await explained(client, 'analyze, buffers', query)) console.log(`   ${row['QUERY PLAN']}`);
	}
	await client.query('rollback');
}

async function planOf(client: pg.Client, query: CompiledQuery): Promise<Plan> {
	const [row] = await explained(client, 'analyze, timing off, format json', query);
	const plans = row?.['QUERY PLAN'] as Plan[] | undefined;
	if (!plans?.[0]) throw new Error('PostgreSQL gave no plan.');
	return plans[0];
}

async function explained(client: pg.Client, how: string, query: CompiledQuery): Promise<Record<string, unknown>[]> {
	const values = query.parameters.map((value) => (value instanceof Temporal.Instant ? value.toString() : value));
	return (await client.query(`explain (${how}) ${query.sql}`, values)).rows;
}
