import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { mayChange, type Score, standsFrom } from '#lib/domain/satisfaction.ts';
import type { UserSight } from '../access/viewer.ts';
import type { DB } from '../db/types.ts';

/** What somebody said of a resolved ticket; `words` is plain text. Instants are ISO 8601 strings. */
type Said = { score: Score; words: string; givenAt: string; changedAt: string };

/** With the name of who said it. */
export type Rating = Said & { by: string };

/** One's own answer. `changeableUntil`: nothing once it stands. */
export type OwnRating = Said & { changeableUntil: string | undefined };

/** What was said of a ticket, by everybody: for staff only. Rows come as JSON, so that a page is one query. */
export function ratingsOf(db: Kysely<DB>, ticket: number) {
	return jsonArrayFrom(
		db
			.selectFrom('satisfaction')
			.innerJoin('account', 'account.id', 'satisfaction.account')
			.select((eb) => [
				'account.name as by',
				eb.ref('satisfaction.score').$castTo<Score>().as('score'),
				'satisfaction.words',
				eb.cast<string>('satisfaction.given_at', 'text').as('givenAt'),
				eb.cast<string>('satisfaction.changed_at', 'text').as('changedAt'),
			])
			.where('satisfaction.ticket', '=', ticket)
			.orderBy('satisfaction.given_at'),
	);
}

/** What this user said of it; a colleague's answer is theirs. In plain SQL, since it is asked with every page of a ticket. */
export function ownRatingOf(viewer: UserSight, ticket: number) {
	return sql<Said | null>`(
		select json_build_object('score', score, 'words', words, 'givenAt', given_at, 'changedAt', changed_at)
		from satisfaction where ticket = ${ticket} and account = ${viewer.id}
	)`;
}

export function ratingFrom<Row extends Said>(row: Row): Row {
	const iso = (instant: string) => Temporal.Instant.from(instant).toString();
	return { ...row, givenAt: iso(row.givenAt), changedAt: iso(row.changedAt) };
}

export function ownRatingFrom(row: Said | null, now: Temporal.Instant): OwnRating | undefined {
	if (!row) return undefined;
	const given = Temporal.Instant.from(row.givenAt);
	return { ...ratingFrom(row), changeableUntil: mayChange(given, now) ? standsFrom(given).toString() : undefined };
}
