import { error } from '@sveltejs/kit';

/** What no other route takes. The gate leads here, too, who may not enter where they wanted to. */
export const load = () => error(404);
