import { fail } from '@sveltejs/kit';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { findAddressLink } from '#lib/server/auth/new-address.ts';
import { stopAddress } from '#lib/server/use-cases/stop-address.ts';
import type { Actions, PageServerLoad } from './$types';

/** To look at it stops nothing: programs that read mail follow its links. */
export const load: PageServerLoad = async ({ locals: { desk, language }, params }) => {
	const link = await findAddressLink(desk.db, params.token);
	const words = wordsFor(language);
	if (link?.leads !== 'stop') return { refusal: say({ reason: 'address-unknown' }, words) };
	if (link.usedAt) return { refusal: say({ reason: 'address-used' }, words) };
	return { username: link.username, email: link.email };
};

export const actions: Actions = {
	default: async ({ locals: { desk, language }, params }) => {
		const outcome = await stopAddress(desk, { token: params.token });
		if (!outcome.ok) return fail(409, { says: say(outcome.refusal, wordsFor(language)) });
		return { isDone: true };
	},
};
