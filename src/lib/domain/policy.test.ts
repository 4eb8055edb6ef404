import { expect, test } from 'vitest';
import { firstPolicy, policyFrom } from './policy.ts';

test('version 1 is what the software house wrote: whoever was promised it keeps it, whatever the defaults become', () => {
	expect(firstPolicy).toEqual({
		holdDays: 5,
		workingWeek: [1, 2, 3, 4, 5],
		country: 'IT',
		timeZone: 'Europe/Rome',
		reminders: [1],
		reminderTime: '09:00',
		inHandLimit: 1,
		reservationMinutes: 60,
	});
});

test('a stored version has the defaults for what it does not know', () => {
	expect(policyFrom({ holdDays: 9 })).toEqual({ ...policyFrom({}), holdDays: 9 });
});
