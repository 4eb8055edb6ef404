import { type Kysely, sql } from 'kysely';
import type { Lane } from '#lib/domain/queue.ts';
import type { Passed, WhyBefore } from '#lib/domain/why-before.ts';
import type { DB } from '../db/types.ts';

type Row = { lane: Lane; arrivedBefore: number; cameBack: number; technical: number } & Record<Passed, number>;

/**
 * Why others are, or were, served before a queued ticket: the twin of `whyBefore` in domain/why-before.ts. It reads the tickets
 * queued now and the takings since this one is queued; nothing for a ticket that is not queued.
 */
export async function whyBefore(db: Kysely<DB>, ticket: number): Promise<WhyBefore | undefined> {
	const { rows } = await asked(ticket).execute(db);
	const [row] = rows;
	if (!row) return undefined;
	const { lane, arrivedBefore, cameBack, technical, technicalFirst, reserved, otherSoftware } = row;
	const ahead = { arrivedBefore, cameBack, technicalFirst: technical };
	return { lane, ahead, passed: { technicalFirst, reserved, otherSoftware } };
}

/** The last row of a queued ticket is the one that queued it: nothing else can happen to it there. */
const asked = (ticket: number) => sql<Row>`with mine as (
		select ticket, lane, reserved_for, reserved_until,
			(select at from queue_log where queue_log.ticket = queue_entry.ticket order by seq limit 1) as opened_at,
			(select max(seq) from queue_log where queue_log.ticket = queue_entry.ticket) as queued_seq
		from queue_entry where ticket = ${ticket} and state = 'queued'
	)
	select mine.lane, ahead.*, passed.*,
		case when mine.lane = 'technical' then 0
			else (select count(*) from queue_entry where state = 'queued' and lane = 'technical') end as technical
	from mine,
		lateral (
			select count(*) as "arrivedBefore", count(*) filter (where since > mine.opened_at) as "cameBack"
			from queue_entry where state = 'queued' and lane = mine.lane and ticket < mine.ticket
		) ahead,
		lateral (
			select count(*) filter (where because = 'technical') as "technicalFirst",
				count(*) filter (where because = 'reserved') as reserved,
				count(*) filter (where because = 'software') as "otherSoftware"
			from (
				select case
					when mine.lane = 'consultancy' and ${laneWhenTaken} = 'technical' then 'technical'
					when mine.reserved_for <> actor and at < mine.reserved_until then 'reserved'
					else 'software'
				end as because
				from queue_log taken where type = 'taken' and seq > mine.queued_seq and ticket > mine.ticket
				offset 0 -- or each count would ask for the lanes again
			) later
		) passed
`;

const laneWhenTaken = sql`(
	select lane from queue_log
	where queue_log.ticket = taken.ticket and queue_log.seq < taken.seq and lane is not null
	order by queue_log.seq desc limit 1
)`;
