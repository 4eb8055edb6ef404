import { describe, expect, test } from 'vitest';
import type { DeskCalendar } from './calendar.ts';
import { defaultPolicy, type Policy, policySettings } from './policy.ts';
import { changedSettings, comingDays, policyTyped, refuseSettings, type TypedPolicy } from './policy-check.ts';
import { typedFrom } from './policy-rebase.ts';

const known = { countries: new Set(['IT', 'AT']), timeZones: new Set(['Europe/Rome', 'UTC']) };
const asTyped = typedFrom(defaultPolicy);
const typed = (changes: Partial<TypedPolicy>) => policyTyped({ ...asTyped, ...changes }, known);

test('the default settings, typed, are the default settings', () => {
	expect(typed({})).toEqual({ ok: true, value: defaultPolicy });
});

describe('what is taken', () => {
	test.each<[Partial<TypedPolicy>, Partial<Policy>]>([
		[
			{ holdDays: '1', reminders: '0' },
			{ holdDays: 1, reminders: [0] },
		],
		[{ holdDays: ' 30 ' }, { holdDays: 30 }],
		[{ workingWeek: ['7', '1', '1', '4'] }, { workingWeek: [1, 4, 7] }],
		[{ workingWeek: ['3'] }, { workingWeek: [3] }],
		[{ country: 'AT' }, { country: 'AT' }],
		[{ timeZone: 'UTC' }, { timeZone: 'UTC' }],
		[{ reminders: '' }, { reminders: [] }],
		[{ reminders: ' 0, 3;1 1 ' }, { reminders: [3, 1, 0] }],
		[{ reminders: '4' }, { reminders: [4] }],
		[{ reminderTime: '23:59' }, { reminderTime: '23:59' }],
		[{ inHandLimit: '5' }, { inHandLimit: 5 }],
		[{ reservationMinutes: '0' }, { reservationMinutes: 0 }],
		[{ reservationMinutes: '480' }, { reservationMinutes: 480 }],
	])('%j', (changes, taken) => {
		expect(typed(changes)).toEqual({ ok: true, value: { ...defaultPolicy, ...taken } });
	});
});

describe('what is not', () => {
	test.each<[Partial<TypedPolicy>, object]>([
		[{ holdDays: '0' }, { reason: 'out-of-range', min: 1, max: 30 }],
		[{ holdDays: '31' }, { reason: 'out-of-range', min: 1, max: 30 }],
		[{ holdDays: '5.5' }, { reason: 'out-of-range', min: 1, max: 30 }],
		[{ holdDays: '1e1' }, { reason: 'out-of-range', min: 1, max: 30 }],
		[{ holdDays: '' }, { reason: 'out-of-range', min: 1, max: 30 }],
		[{ workingWeek: [] }, { reason: 'no-working-day' }],
		[{ workingWeek: ['0', '8', 'x'] }, { reason: 'no-working-day' }],
		[{ country: 'it' }, { reason: 'not-in-list' }],
		[{ timeZone: 'Europe/Roma' }, { reason: 'not-in-list' }],
		[{ reminders: '5' }, { reason: 'reminder-out-of-range', max: 4 }],
		[{ reminders: '1, -1' }, { reason: 'reminder-out-of-range', max: 4 }],
		[{ reminders: 'un giorno' }, { reason: 'reminder-out-of-range', max: 4 }],
		[{ reminderTime: '24:00' }, { reason: 'not-a-time' }],
		[{ reminderTime: '9:00' }, { reason: 'not-a-time' }],
		[{ inHandLimit: '0' }, { reason: 'out-of-range', min: 1, max: 5 }],
		[{ inHandLimit: '6' }, { reason: 'out-of-range', min: 1, max: 5 }],
		[{ reservationMinutes: '481' }, { reason: 'out-of-range', min: 0, max: 480 }],
		[{ reservationMinutes: '-1' }, { reason: 'out-of-range', min: 0, max: 480 }],
	])('%j', (changes, problem) => {
		const problems = { [Object.keys(changes)[0] ?? '']: problem };
		expect(typed(changes)).toEqual({ ok: false, refusal: { reason: 'settings-not-valid', problems } });
	});

	test('all that is wrong is said at once', () => {
		const nothing = { ...asTyped, workingWeek: [] };
		for (const setting of policySettings) if (setting !== 'workingWeek') nothing[setting] = 'x';
		const refused = policyTyped(nothing, known);
		expect(!refused.ok && 'problems' in refused.refusal && Object.keys(refused.refusal.problems)).toEqual(
			policySettings,
		);
	});
});

test('what differs is named, and nothing else', () => {
	expect(changedSettings(defaultPolicy, { ...defaultPolicy, workingWeek: [1, 2, 3, 4, 5] })).toEqual([]);
	expect(changedSettings(defaultPolicy, { ...defaultPolicy, reminders: [], inHandLimit: 2 })).toEqual([
		'inHandLimit',
		'reminders',
	]);
});

describe('a hold finds its business days, whenever it is placed (P5)', () => {
	const today = Temporal.PlainDate.from('2026-11-23');
	const mondays: DeskCalendar = { workingWeek: [1], timeZone: 'UTC', holidays: new Map(), closures: new Map() };
	const settings: Policy = { ...defaultPolicy, holdDays: 30, workingWeek: [1] };
	/** So many Mondays closed, one after the other, from the first one on or after that day. */
	const closed = (from: string, mondaysLong: number): DeskCalendar => {
		const first = Temporal.PlainDate.from(from);
		const days = Array.from({ length: mondaysLong }, (_, week) => first.add({ weeks: week }).toString());
		return { ...mondays, closures: new Map(days.map((day) => [day, 'Ferie'])) };
	};

	test('thirty Mondays are found in a year', () => {
		expect(refuseSettings(settings, today, mondays)).toBeUndefined();
	});

	test.each([
		['2026-11-30', 22, undefined],
		['2026-11-30', 23, 'settings-leave-too-few-days'],
		// Nobody placing a hold today would notice these; somebody placing one in a year would.
		['2027-12-06', 22, undefined],
		['2027-12-06', 23, 'settings-leave-too-few-days'],
		// These are over.
		['2026-01-05', 47, undefined],
	])('closed from %s for %i Mondays: %s', (from, long, reason) => {
		expect(refuseSettings(settings, today, closed(from, long))?.reason).toBe(reason);
	});

	test('every day of placing is looked at that a closure entered today can bear on', () => {
		const { from, to } = comingDays(today);
		expect(today.until(from).days).toBe(366);
		expect(to.toString()).toBe('2028-11-24'); // closures reach two years ahead
	});
});
