import { sql } from 'kysely';
import type { StaffRole } from '#lib/domain/roles.ts';
import { namesCovered } from '../db/agents.ts';
import { statement } from '../db/statement.ts';
import type { Desk } from '../desk.ts';

/** Somebody who works at the desk. */
export type Colleague = {
	id: number;
	name: string;
	role: StaffRole;
	onDuty: boolean;
	/** The names of the products they cover; all when unset (P4). */
	covers: string[] | undefined;
	inHand: number[];
};

/** Whose access is open: those on duty first, then by name; and how many are disabled. */
export async function colleagues(desk: Desk): Promise<{ colleagues: Colleague[]; disabled: number }> {
	const rows = await staffRows(desk.db, {});
	const enabled = rows.filter(({ disabled }) => !disabled);
	return {
		colleagues: enabled.map(({ id, name, role, onDuty, coversAll, covers, inHand }) => ({
			...{ id, name, inHand, onDuty: onDuty === true, covers: coversAll ? undefined : covers },
			role: role as StaffRole,
		})),
		disabled: rows.length - enabled.length,
	};
}

const staffRows = statement((db, _: object) =>
	db
		.selectFrom('account')
		.leftJoin('queue_agent', 'queue_agent.agent', 'account.id')
		.select(['account.id', 'account.name', 'account.role', 'queue_agent.on_duty as onDuty', namesCovered.as('covers')])
		.select((eb) => [
			eb('queue_agent.covers', 'is', null).as('coversAll'),
			eb('account.disabled_at', 'is not', null).as('disabled'),
			sql<number[]>`array(
				select ticket from queue_entry where agent = account.id and state = 'in-hand' order by ticket
			)`.as('inHand'),
		])
		.where('account.role', '<>', 'user')
		.orderBy('queue_agent.on_duty', (order) => order.desc().nullsLast())
		.orderBy(sql`lower(account.name)`)
		.orderBy('account.id'),
);
