/** The longest a text may be, in characters. Shown beside the field and held by the forms. */
export const textLimits = {
	name: 120,
	customerName: 200,
	username: 64,
	email: 254,
	subject: 200,
	message: 20_000,
	version: 80,
	operatingSystem: 120,
	tools: 400,
	closureReason: 120,
	policyNote: 500,
	fileName: 255,
} as const;

/** Shortest and longest password, in characters; no rules of composition. */
export const passwordLimits = { min: 10, max: 128 } as const;

export const usernameMin = 3;

/** How long an activation link leads to a password (P1). */
export const activationDays = 7;
