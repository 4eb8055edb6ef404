import { error } from '@sveltejs/kit';
import type { Viewer } from '#lib/server/access/viewer.ts';

/** Whoever is signed in; the gate lets nobody else in. */
export function signedInOf({ viewer }: App.Locals): Viewer {
	return viewer ?? error(404);
}
