/** The settings of the policy. Every number of the policy that a house may choose is one of these. */
export type Policy = {
	/** Business days the second hold case lasts at most (P5). */
	holdDays: number;
	/** Days of the week worked, 1 = Monday … 7 = Sunday (P5). */
	workingWeek: readonly number[];
	/** Country whose public holidays are kept, ISO 3166-1 alpha-2 (P5). */
	country: string;
	/** Time zone of the desk, an IANA name (P5). */
	timeZone: string;
	/** On which counted days of a wait the customer is reminded: 0 is the last one, 1 the one before it … none when empty (P5). */
	reminders: readonly number[];
	/** At what local time, HH:MM (P5). */
	reminderTime: string;
	/** Tickets an agent may have in hand at once (P4). */
	inHandLimit: number;
	/** Minutes for which a ticket that leaves a hold is kept for the agent who had it; 0 = never (P4). */
	reservationMinutes: number;
};

/**
 * The policy as the software house wrote it: version 1, in force until another one is saved. Holds were promised it, and the log is
 * replayed from it: it is never changed.
 */
export const firstPolicy: Policy = {
	inHandLimit: 1,
	reservationMinutes: 60,
	holdDays: 5,
	workingWeek: [1, 2, 3, 4, 5],
	country: 'IT',
	timeZone: 'Europe/Rome',
	reminders: [1],
	reminderTime: '09:00',
};

/** What a setting is where nobody chose it; a later release may choose otherwise here. */
export const defaultPolicy: Policy = { ...firstPolicy };

/** The name of every setting, in the order of the policy's page. */
export const policySettings = Object.keys(firstPolicy) as readonly (keyof Policy)[];

/** Smallest and largest value a setting may have. */
export const policyLimits = {
	holdDays: { min: 1, max: 30 },
	inHandLimit: { min: 1, max: 5 },
	reservationMinutes: { min: 0, max: 480 },
} as const;

export type LimitedSetting = keyof typeof policyLimits;

/** The policy of one version. */
export type PolicyVersion = Policy & { version: number };

/** As a version's settings are stored; what a later release adds is missing in older ones and has its default. */
export type StoredPolicy = Partial<Policy>;

export function policyFrom(stored: StoredPolicy): Policy {
	return { ...defaultPolicy, ...stored };
}
