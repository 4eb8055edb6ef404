import { error } from '@sveltejs/kit';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { key } from '#lib/server/forms/parse-form.ts';

/** Who administers; the gate lets nobody else in, and for anybody else there is nothing here. */
export function administratorOf({ viewer }: App.Locals): StaffViewer {
	if (viewer?.role !== 'administrator') error(404);
	return viewer;
}

/** The key of a row as an address carries it; anything else is not found. */
export function keyIn(parameter: string): number {
	const parsed = key.safeParse(parameter);
	return parsed.success ? parsed.data : error(404);
}
