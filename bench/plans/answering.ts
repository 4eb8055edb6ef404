import { draftInSight, draftOnTicket } from '#lib/server/access/drafts.ts';
import type { Desk } from '#lib/server/desk.ts';
import { find } from '#lib/server/queries/find.ts';
import { filledReply, repliesFor, savedReplies, savedReply } from '#lib/server/queries/saved-replies.ts';
import type { Asked } from './catch.ts';
import { staff } from './people.ts';
import { oneOnHold, seen } from './tickets.ts';

/** What staff have at hand to write with, where there are as many saved replies as there may be; and what the palette finds. */
export async function answering(desk: Desk): Promise<Asked> {
	const { db } = desk;
	const agent = await staff(desk, 'agente1');
	const ticket = await seen(desk, agent, await oneOnHold(desk));
	const begun = db.selectFrom('draft').select(['id', 'ticket']).where('account', '=', agent.id).limit(1);
	const draft = await begun.executeTakeFirstOrThrow();
	const reply = await db
		.selectFrom('saved_reply')
		.select('id')
		.where('owner', '=', agent.id)
		.limit(1)
		.executeTakeFirstOrThrow();
	return {
		'saved replies for a ticket': () => repliesFor(db, agent, ticket),
		'a saved reply for a ticket, filled in': () => filledReply(db, agent, ticket, reply.id),
		'saved replies, all': () => savedReplies(db, agent, {}),
		'saved replies, by letters of all': () => savedReplies(db, agent, { text: 'passi per' }),
		'saved replies, by whatever there is to ask': () =>
			savedReplies(db, agent, { text: 'passi per', language: 'it', product: 3, whose: 'shared' }),
		'one saved reply': () => savedReply(db, agent, reply.id),
		'a draft of the staff': () => draftInSight(db, agent, draft.id),
		'a draft of the staff, by its ticket': () => draftOnTicket(db, agent, { ticket: draft.ticket ?? 0, act: 'note' }),
		'the palette, by letters of every customer': () => find(db, agent, 'studio'),
		'the palette, by letters of none': () => find(db, agent, 'nessuno mai'),
		'the palette, by a number': () => find(db, agent, '60000'),
	};
}
