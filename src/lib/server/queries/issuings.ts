import type { Kysely } from 'kysely';
import { issuingKeptDays } from '#lib/domain/credentials.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** Credentials issued to many: how many people it is for, and what has come of them so far. */
export type Issuing = {
	id: number;
	by: string;
	askedAt: string;
	people: number;
	done: number;
	issued: number;
	passedOver: { hasLink: number; active: number; disabled: number };
	isFinished: boolean;
};

/** Those of the last days, the newest first. */
export async function recentIssuings({ db, clock }: Pick<Desk, 'db' | 'clock'>): Promise<Issuing[]> {
	const since = (await clock.glance(db)).subtract({ hours: 24 * issuingKeptDays });
	const rows = await issuings(db).where('asked_at', '>', since).orderBy('issuing.id', 'desc').limit(5).execute();
	return rows.map(told);
}

/** One of them, whoever asked for it. */
export async function issuingCalled({ db }: Pick<Desk, 'db'>, id: number): Promise<Issuing | undefined> {
	const row = await issuings(db).where('issuing.id', '=', id).executeTakeFirst();
	return row && told(row);
}

function issuings(db: Kysely<DB>) {
	return db
		.selectFrom('issuing')
		.innerJoin('account', 'account.id', 'asked_by')
		.select(['issuing.id', 'asked_at', 'people', 'issued', 'has_link', 'active', 'disabled', 'finished_at'])
		.select('account.name as by');
}

type Row = Awaited<ReturnType<ReturnType<typeof issuings>['executeTakeFirstOrThrow']>>;

function told({ asked_at, has_link, active, disabled, finished_at, ...row }: Row): Issuing {
	return {
		...row,
		askedAt: asked_at.toString(),
		done: row.issued + has_link + active + disabled,
		passedOver: { hasLink: has_link, active, disabled },
		isFinished: finished_at !== null,
	};
}
