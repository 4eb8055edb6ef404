import { error } from '@sveltejs/kit';
import type { UserViewer } from '#lib/server/access/viewer.ts';

/** The customer's user who reads the portal; the gate lets nobody else in, and for anybody else there is nothing here. */
export function userOf({ viewer }: App.Locals): UserViewer {
	if (viewer?.role !== 'user') error(404);
	return viewer;
}
