import { includesRole, type Language, type Role, type StaffRole } from '#lib/domain/roles.ts';

/** Who is looking: somebody signed in. Without one, nothing about tickets is shown (P1). */
export type Viewer = UserViewer | StaffViewer;

export type UserViewer = Person & { role: 'user'; customer: number; seesColleagues: boolean };
export type StaffViewer = Person & { role: StaffRole };

/** What of a viewer decides what they see. */
export type Sight = UserSight | Pick<StaffViewer, 'role'>;
export type UserSight = Pick<UserViewer, 'id' | 'role' | 'customer' | 'seesColleagues'>;

type Person = {
	/** The account's key. */
	id: number;
	role: Role;
	name: string;
	language: Language;
	theme: 'light' | 'dark' | undefined;
	/** When it was last shown that it is they, and whether that takes a code beside the password; unknown where there is no session. */
	proved?: { at: Temporal.Instant; withCode: boolean };
};

export function isStaff(viewer: Viewer): viewer is StaffViewer {
	return viewer.role !== 'user';
}

export function supervises(viewer: StaffViewer): boolean {
	return includesRole(viewer.role, 'supervisor');
}
