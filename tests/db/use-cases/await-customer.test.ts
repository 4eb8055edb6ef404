import { expect, test } from 'vitest';
import { lockCounter } from '#lib/server/db/queue-log.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { createDatabase } from '#platform/database.ts';
import { untilBlocked } from '../../support/blocked.ts';
import { testDesk } from '../../support/desk.ts';
import { asking, begin, granted, testHouse } from '../../support/house.ts';

const { desk, clock, url } = await testDesk();
const { product, paola, marta } = await testHouse(desk);
const { inHand } = begin(desk, product);

/** Asks for information while somebody else holds the counter until `then`; answers with what is asked of the database behind it. */
async function askedBehindCounter(then: Temporal.Instant): Promise<string[]> {
	const ticket = await inHand(paola, marta);
	const statements: string[] = [];
	const log = (event: { query: { sql: string } }) => void statements.push(event.query.sql);
	const db = createDatabase(url, { max: 1, log });
	const sent = await desk.db.transaction().execute(async (tx) => {
		await lockCounter(tx, clock);
		const outcome = awaitCustomer({ ...desk, db }, marta, asking(ticket));
		await untilBlocked(desk);
		clock.set(then);
		return { outcome };
	});
	granted(await sent.outcome);
	await db.destroy();
	const counter = statements.findIndex((sql) => sql.includes('"queue_counter"') && sql.includes('for update'));
	expect(counter).toBeGreaterThan(0);
	return statements.slice(counter + 1);
}

const reads = (statements: string[]) => statements.filter((sql) => /from "(closure_day|policy_version)"/.test(sql));
const at = (instant: string) => Temporal.Instant.from(instant);

async function receipt() {
	const rows = desk.db.selectFrom('hold').select('receipt').orderBy('id', 'desc');
	return (await rows.executeTakeFirstOrThrow()).receipt;
}

test('openings and takings do not wait while the calendar is worked out: it is read before the counter', async () => {
	expect(reads(await askedBehindCounter(at('2026-11-23T23:59+01:00')))).toEqual([]);
	expect(await receipt()).toMatchObject({ placedAt: '2026-11-23T22:59:00Z', lapsesAt: '2026-11-30T23:00:00Z' });
});

test('where the day has changed by then, it counts from the day on which the hold is placed', async () => {
	clock.set(at('2026-11-23T23:59+01:00'));
	const behind = await askedBehindCounter(at('2026-11-24T00:00+01:00'));
	expect(reads(behind)).toHaveLength(1);
	expect(await receipt()).toMatchObject({ placedAt: '2026-11-23T23:00:00Z', lapsesAt: '2026-12-01T23:00:00Z' });
});
