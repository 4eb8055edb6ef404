import { fail } from '@sveltejs/kit';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { findAddressLink, refuseAddressLink } from '#lib/server/auth/new-address.ts';
import { sessionToken } from '#lib/server/auth/session-cookie.ts';
import { confirmAddress } from '#lib/server/use-cases/confirm-address.ts';
import type { Actions, PageServerLoad } from './$types';

/** To look at it confirms nothing: programs that read mail follow its links. */
export const load: PageServerLoad = async ({ locals: { desk, language }, params }) => {
	const link = await findAddressLink(desk.db, params.token);
	const refusal = refuseAddressLink(link, await desk.clock.now(desk.db));
	if (!link || link.leads === 'stop' || refusal) {
		return { refusal: say(refusal ?? { reason: 'address-unknown' }, wordsFor(language)) };
	}
	const { leads: side, email, confirmed } = link;
	// Who reads at the new address may be a stranger to whom it was mistyped.
	return { side, email, username: side === 'present' ? link.username : '', isConfirmed: confirmed[side] };
};

export const actions: Actions = {
	default: async (event) => {
		const { desk, language } = event.locals;
		const outcome = await confirmAddress(desk, { token: event.params.token, session: sessionToken(event) });
		if (!outcome.ok) return fail(409, { says: say(outcome.refusal, wordsFor(language)) });
		return { confirmed: outcome.value };
	},
};
