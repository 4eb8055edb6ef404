import type { Bilingual } from '#lib/domain/calendar.ts';
import { dayOf } from '#lib/domain/calendar.ts';
import { closureBounds } from '#lib/domain/closure.ts';
import { glancePolicy } from '../db/policy.ts';
import type { Desk } from '../desk.ts';
import { holidaysOf } from '../holidays.ts';

export type ClosureDays = {
	/** From last month's on: those that may still be entered, or bear on an open wait. Days are YYYY-MM-DD. */
	closures: { day: string; reason: string; addedBy: string; isPast: boolean }[];
	/** The public holidays of the coming year that fall on a worked day: known without anybody entering them. */
	holidays: { day: string; name: Bilingual }[];
	earliest: string;
	latest: string;
};

/** The days on which the desk is closed, near today and to come. */
export async function closureDays(desk: Desk): Promise<ClosureDays> {
	const { timeZone, country, workingWeek } = await glancePolicy(desk.db);
	const today = dayOf({ timeZone }, await desk.clock.now(desk.db));
	const { earliest, latest } = closureBounds(today);
	const rows = await desk.db
		.selectFrom('closure_day')
		.innerJoin('account', 'account.id', 'closure_day.added_by')
		.select(['closure_day.day', 'closure_day.reason', 'account.name as addedBy'])
		.where('closure_day.day', '>=', earliest.toString())
		.orderBy('closure_day.day')
		.execute();
	const known = await holidaysOf(country, [today.year, today.year + 1]);
	const inAYear = today.add({ years: 1 }).toString();
	return {
		closures: rows.map((row) => ({ ...row, isPast: row.day < today.toString() })),
		holidays: [...known]
			.map(([day, name]) => ({ day, name }))
			.filter(({ day }) => day >= today.toString() && day < inAYear)
			.filter(({ day }) => workingWeek.includes(Temporal.PlainDate.from(day).dayOfWeek))
			.sort((a, b) => a.day.localeCompare(b.day)),
		earliest: earliest.toString(),
		latest: latest.toString(),
	};
}
