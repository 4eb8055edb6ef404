import { line, type NotValid } from '#lib/domain/administration.ts';
import { textLimits } from '#lib/domain/limits.ts';
import { done, type Outcome, type RepeatedKey } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { changesBetween } from '../db/changes.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';

export type ChangeName = { name: string; requestKey: string };

/** Somebody corrects their own name; what else is known of them, whoever issued the credentials answers for. */
export async function changeName(
	desk: Desk,
	viewer: Viewer,
	{ requestKey, ...content }: ChangeName,
): Promise<Outcome<undefined, NotValid | RepeatedKey>> {
	const request = { account: viewer.id, act: 'change-name', key: requestKey, content };
	return once<undefined, NotValid>(desk, request, async (tx) => {
		const name = line('name', content.name, textLimits.name);
		if (!name.ok) return name;
		const own = tx.selectFrom('account').select('name').where('id', '=', viewer.id).forNoKeyUpdate();
		const details = changesBetween(await own.executeTakeFirstOrThrow(), { name: name.value });
		if (!details) return done();
		await tx.updateTable('account').set({ name: name.value }).where('id', '=', viewer.id).execute();
		const at = await desk.clock.now(tx);
		await record(tx, desk, { at, verb: 'account-changed', by: viewer.id, about: { account: viewer.id }, details });
		return done();
	});
}
