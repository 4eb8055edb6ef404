import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** What no other route takes. `hooks.server.ts` leads here, too, whom it does not let in. */
export const load: PageServerLoad = ({ locals }) => error(locals.refusal);
