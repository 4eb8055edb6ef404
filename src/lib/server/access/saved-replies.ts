import type { Expression, ExpressionBuilder, SqlBool, Transaction } from 'kysely';
import type { DB } from '../db/types.ts';
import type { StaffViewer } from './viewer.ts';

/** The saved replies that somebody sees: the shared ones and their own. */
export function repliesSeenBy({ id }: Pick<StaffViewer, 'id'>) {
	return (eb: ExpressionBuilder<DB, 'saved_reply'>): Expression<SqlBool> =>
		eb.or([eb('saved_reply.owner', 'is', null), eb('saved_reply.owner', '=', id)]);
}

/** Locks one that the viewer sees; nothing for one that is not there and one of a colleague's alike. */
export function lockReplyInSight(tx: Transaction<DB>, viewer: StaffViewer, reply: number) {
	return tx
		.selectFrom('saved_reply')
		.innerJoin('account', 'account.id', 'saved_reply.changed_by')
		.select(['saved_reply.id', 'saved_reply.owner', 'saved_reply.name', 'saved_reply.shortcut'])
		.select(['saved_reply.language', 'saved_reply.product', 'saved_reply.text', 'saved_reply.version'])
		.select('account.name as changedBy')
		.where('saved_reply.id', '=', reply)
		.where(repliesSeenBy(viewer))
		.forNoKeyUpdate('saved_reply')
		.executeTakeFirst();
}
