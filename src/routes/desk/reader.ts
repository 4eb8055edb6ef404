import { error } from '@sveltejs/kit';
import { isStaff, type StaffViewer } from '#lib/server/access/viewer.ts';

/** Who serves at the desk; the gate lets nobody else in, and for anybody else there is nothing here. */
export function staffOf({ viewer }: App.Locals): StaffViewer {
	if (!viewer || !isStaff(viewer)) error(404);
	return viewer;
}
