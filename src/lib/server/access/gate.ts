import { includesRole, type StaffRole } from '#lib/domain/roles.ts';
import { isStaff, type Viewer } from './viewer.ts';

type Entrance = 'anyone' | 'signed-in' | 'user' | StaffRole;

/**
 * Who may enter which part of the house, by the beginning of a route's id; the longest that fits counts. A staff role admits
 * those that include it. What is not listed admits nobody.
 */
const entrances: Readonly<Record<string, Entrance>> = {
	'/(visitor)': 'anyone',
	'/preferences': 'anyone',
	'/logo': 'anyone',
	'/healthz': 'anyone',
	'/readyz': 'anyone',
	'/(portal)': 'user',
	'/files': 'signed-in',
	'/access': 'signed-in',
	'/live': 'signed-in',
	'/desk': 'agent',
	'/admin': 'administrator',
};

/** `home`: the start page of users, asked for by staff, who have one of their own. */
export type Verdict = 'enter' | 'sign-in' | 'home' | 'not-found';

/** Asked once for every request, before any load function, action or endpoint runs. */
export function admit(route: string | null, viewer: Viewer | undefined): Verdict {
	const entrance = entranceOf(route);
	if (!entrance) return 'not-found';
	if (entrance === 'anyone') return 'enter';
	if (!viewer) return 'sign-in';
	if (admits(entrance, viewer)) return 'enter';
	return route === '/(portal)' ? 'home' : 'not-found';
}

function admits(entrance: Exclude<Entrance, 'anyone'>, viewer: Viewer): boolean {
	if (entrance === 'signed-in') return true;
	return entrance === 'user' ? !isStaff(viewer) : includesRole(viewer.role, entrance);
}

export function entranceOf(route: string | null): Entrance | undefined {
	const parts = route?.split('/') ?? [];
	for (let length = parts.length; length > 1; length--) {
		const entrance = entrances[parts.slice(0, length).join('/')];
		if (entrance) return entrance;
	}
	return undefined;
}

/** Where somebody begins. */
export function homeOf(viewer: Pick<Viewer, 'role'>): '/' | '/desk' {
	return viewer.role === 'user' ? '/' : '/desk';
}
