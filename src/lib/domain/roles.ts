/** Staff roles, each includes the one before. */
export const staffRoles = ['agent', 'supervisor', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];
export type Role = 'user' | StaffRole;

export function includesRole(role: Role, wanted: StaffRole): boolean {
	return staffRoles.indexOf(role as StaffRole) >= staffRoles.indexOf(wanted);
}

export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];

export type Theme = 'light' | 'dark';
