import { type OptionalKind, optionalKinds } from '#lib/domain/notices.ts';
import { done, type Outcome, type RepeatedKey } from '#lib/domain/outcome.ts';
import type { UserViewer } from '../access/viewer.ts';
import { recordEvent } from '../db/events.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** Those of the kinds one may do without that are wanted; the others are not written from now on. */
export type ChooseNotices = { wanted: OptionalKind[]; requestKey: string };

/** A user chooses how they are told; what concerns their turn is told them whatever they choose. */
export async function chooseNotices(
	desk: Desk,
	viewer: UserViewer,
	{ requestKey, ...content }: ChooseNotices,
): Promise<Outcome<undefined, RepeatedKey>> {
	const request = { account: viewer.id, act: 'choose-notices', key: requestKey, content };
	return once<undefined, never>(desk, request, async (tx) => {
		const muted = optionalKinds.filter((kind) => !content.wanted.includes(kind));
		await tx.updateTable('account').set({ muted }).where('id', '=', viewer.id).execute();
		const at = await desk.clock.now(tx);
		await recordEvent(tx, { at, type: 'notices-chosen', actor: viewer.id, account: viewer.id, data: { muted } });
		return done();
	});
}
