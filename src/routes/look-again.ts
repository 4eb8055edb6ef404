import type { SubmitFunction } from '$app/forms';
import { invalidateAll } from '$app/navigation';

type Result = Parameters<Exclude<Awaited<ReturnType<SubmitFunction>>, void>>[0];

/** After an act on a ticket the page shows how it stands now, refused or not; what was accepted leaves its form empty. */
export async function andLookAgain({ result, formElement, update }: Result): Promise<void> {
	if (result.type === 'redirect') formElement.reset();
	await update({ reset: false });
	if (result.type === 'failure') await invalidateAll();
}
