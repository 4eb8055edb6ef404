import type { TicketInSight } from '#lib/server/access/tickets.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { filledReply, type ReplyLine, repliesFor } from '#lib/server/queries/saved-replies.ts';
import { type Act, acts } from '../../acts.ts';

/** The saved replies that can be inserted, and the one that an address asks for: in which act's form, with its text filled in. */
export type RepliesToInsert = {
	lines: ReplyLine[];
	chosen: { act: Act; reply: number; text: string } | undefined;
};

/** `?saved=N&in=ACT`: how the list works without JavaScript. */
export async function repliesToInsert(
	{ db }: Desk,
	viewer: StaffViewer,
	ticket: TicketInSight,
	address: URLSearchParams,
): Promise<RepliesToInsert> {
	const act = acts.find((known) => known === address.get('in'));
	const reply = key.safeParse(address.get('saved')).data;
	const lines = await repliesFor(db, viewer, ticket);
	if (!act || reply === undefined) return { lines, chosen: undefined };
	const text = await filledReply(db, viewer, ticket, reply);
	return { lines, chosen: text === undefined ? undefined : { act, reply, text } };
}
