import type { Compilable, Kysely } from 'kysely';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import type { UserSight } from './viewer.ts';

type Ids = Pick<UserSight, 'id' | 'customer'>;

/** A statement of what a user sees: one text for those who see their colleagues' tickets, and one for those who do not. */
export function userStatement<Row, Values extends object = object>(
	write: (db: Kysely<DB>, user: UserSight, values: Values) => Compilable<Row>,
) {
	const seeing = (seesColleagues: boolean) =>
		statement((db, values: Ids & Values) =>
			write(db, { role: 'user', id: values.id, customer: values.customer, seesColleagues }, values),
		);
	const [all, own] = [seeing(true), seeing(false)];
	return (db: Kysely<DB>, { id, customer, seesColleagues }: UserSight, values: Values): Promise<Row[]> =>
		(seesColleagues ? all : own)(db, { ...values, id, customer });
}
