import { expect, test } from 'vitest';
import { firstPolicy } from './policy.ts';
import { rebased, typedFrom } from './policy-rebase.ts';

const base = { ...firstPolicy, reminders: [2, 1] };
const current = { ...base, holdDays: 7, country: 'AT', workingWeek: [1, 2, 3, 4, 5, 6] };
const opened = typedFrom(base);

test('what was left as it was is as it is now', () => {
	expect(rebased(opened, { base, current })).toEqual({ settings: typedFrom(current), both: [] });
});

test('what was typed stays; what both changed, not to the same, is named', () => {
	const typed = { ...opened, holdDays: '3', country: 'AT', inHandLimit: '4', reminders: '2,1' };
	expect(rebased(typed, { base, current })).toEqual({
		settings: { ...typedFrom(current), holdDays: '3', inHandLimit: '4' },
		both: ['holdDays'],
	});
});

test('what cannot be is brought along as it was typed', () => {
	const typed = { ...opened, workingWeek: [], reminders: 'x' };
	const { settings, both } = rebased(typed, { base, current });
	expect(settings).toMatchObject({ workingWeek: [], reminders: 'x', holdDays: '7' });
	expect(both).toEqual(['workingWeek']);
});
