import { type Kysely, sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { MissingItem } from '#lib/domain/hold.ts';
import type { DB } from '../db/types.ts';

/** The last reply that ended a request for information: when, what had been asked, what of it was answered item by item. */
export type Answered = { at: string; asked: MissingItem[]; answered: MissingItem[] };

type Row = { at: string; told: Pick<Answered, 'asked' | 'answered'> };

export function lastAnswered(db: Kysely<DB>, ticket: number) {
	return jsonObjectFrom(
		db
			.selectFrom('event')
			.select((eb) => [eb.cast<string>('at', 'text').as('at'), eb.ref('data').$castTo<Row['told']>().as('told')])
			.where('ticket', '=', ticket)
			.where('type', '=', 'replied')
			.where(sql<boolean>`data ? 'asked'`)
			.orderBy('id', 'desc')
			.limit(1),
	);
}

export function answeredFrom(row: Row | null): Answered | undefined {
	return row ? { ...row.told, at: Temporal.Instant.from(row.at).toString() } : undefined;
}
