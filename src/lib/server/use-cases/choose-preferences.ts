import type { Language, Theme } from '#lib/domain/roles.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordEvent } from '../db/events.ts';
import type { Desk } from '../desk.ts';

/** What is left out stays as it is; `system` takes the chosen theme back. */
export type Preferences = { language: Language | undefined; theme: Theme | 'system' | undefined };

/** Somebody chooses how they read their pages. */
export async function choosePreferences(desk: Desk, viewer: Viewer, { language, theme }: Preferences): Promise<void> {
	const chosen = { ...(language && { language }), ...(theme && { theme: theme === 'system' ? null : theme }) };
	if (Object.keys(chosen).length === 0) return;
	await desk.db.transaction().execute(async (tx) => {
		await tx.updateTable('account').set(chosen).where('id', '=', viewer.id).execute();
		const at = await desk.clock.now(tx);
		await recordEvent(tx, { at, type: 'preferences-changed', actor: viewer.id, account: viewer.id, data: chosen });
	});
}
