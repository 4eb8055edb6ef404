import { shown } from '../shown.svelte.ts';

/** Of SvelteKit's `page`, what parts of the customer's pages ask for. */
export const page = {
	get data() {
		return shown.about;
	},
	get url() {
		return new URL(location.href);
	},
};

/** A browser that leaves for another page stops what this one does. */
export const navigating = { to: null };
