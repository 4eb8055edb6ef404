/** The settings of the policy and their default values. Every number of the policy is one of these. */
export type Policy = {
	/** Business days the second hold case lasts at most (P5). */
	holdDays: number;
	/** Days of the week worked, 1 = Monday … 7 = Sunday (P5). */
	workingWeek: readonly number[];
	/** Country whose public holidays are kept, ISO 3166-1 alpha-2 (P5). */
	country: string;
	/** Time zone of the desk, an IANA name (P5). */
	timeZone: string;
	/** Tickets an agent may have in hand at once (P4). */
	inHandLimit: number;
};

export const defaultPolicy: Policy = {
	holdDays: 5,
	workingWeek: [1, 2, 3, 4, 5],
	country: 'IT',
	timeZone: 'Europe/Rome',
	inHandLimit: 1,
};
