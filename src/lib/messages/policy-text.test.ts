import { describe, expect, test } from 'vitest';
import { defaultPolicy, type Policy, policySettings } from '#lib/domain/policy.ts';
import { languages } from '#lib/domain/roles.ts';
import { changedSentences, policyText, settingsInWords } from './policy-text.ts';

const other: Policy = {
	holdDays: 7,
	workingWeek: [1, 2, 3, 4, 5, 6],
	country: 'AT',
	timeZone: 'Europe/Vienna',
	reminders: [2],
	reminderTime: '08:30',
	inHandLimit: 3,
	reservationMinutes: 90,
};
const sentences = (changes: Partial<Policy>, language: 'it' | 'en' = 'it') =>
	policyText({ ...defaultPolicy, ...changes }, language).flatMap(({ paragraphs }) => paragraphs.flat());
const said = (changes: Partial<Policy>, language: 'it' | 'en' = 'it') => sentences(changes, language).join(' ');

describe.each(languages)('in %s', (language) => {
	test.each(policySettings)('the policy says another thing when %s is another', (setting) => {
		const change = { [setting]: other[setting] };
		const changed = changedSentences(
			policyText(defaultPolicy, language),
			policyText({ ...defaultPolicy, ...change }, language),
		);
		expect(changed.flatMap(({ before }) => before)).not.toEqual([]);
		expect(changed.flatMap(({ after }) => after)).not.toEqual([]);
		const [words] = settingsInWords([setting], { from: defaultPolicy, to: { ...defaultPolicy, ...change } }, language);
		expect(words?.from).not.toBe(words?.to);
	});

	test('it has every clause, each with its title and whole sentences', () => {
		const sections = policyText(defaultPolicy, language);
		expect(sections.map(({ clause }) => clause)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8']);
		for (const sentence of sections.flatMap(({ paragraphs }) => paragraphs.flat())) {
			expect(sentence).toMatch(/^\p{Lu}.*[^\s]\.$/u);
			expect(sentence).not.toMatch(/undefined|NaN|\[object|\d{5}/);
		}
	});

	test('the same settings say the same', () => {
		expect(changedSentences(policyText(other, language), policyText({ ...other }, language))).toEqual([]);
	});
});

test.each([
	[{ holdDays: 1, reminders: [0] }, 'dura al massimo un giorno lavorativo.', 'lasts at most one business day.'],
	[{ holdDays: 30 }, 'dura al massimo 30 giorni lavorativi.', 'lasts at most 30 business days.'],
	[{ inHandLimit: 1 }, 'solo quando non ne ha nessuno in lavorazione.', 'only when they have none in hand.'],
	[{ inHandLimit: 3 }, 'ne ha in lavorazione meno di tre.', 'only when they have fewer than three in hand.'],
	[{ reservationMinutes: 1 }, 'riservato per un minuto', 'reserved for them for one minute'],
	[{ reservationMinutes: 60 }, 'riservato per un’ora', 'reserved for them for one hour'],
	[{ reservationMinutes: 90 }, 'riservato per 90 minuti', 'reserved for them for 90 minutes'],
	[{ reservationMinutes: 120 }, 'riservato al collega per due ore.', 'reserved for the colleague for two hours.'],
	[{ reservationMinutes: 0 }, 'e non viene riservato a nessuno.', 'and is not reserved for anybody.'],
	[{ workingWeek: [3] }, 'È giorno lavorativo soltanto il mercoledì,', 'Business days are Wednesday only,'],
	[{ workingWeek: [7] }, 'soltanto la domenica,', 'Sunday only,'],
	[{ workingWeek: [1, 2] }, 'il lunedì e il martedì,', 'Monday and Tuesday,'],
	[{ workingWeek: [1, 3, 5] }, 'il lunedì, il mercoledì e il venerdì,', 'Monday, Wednesday and Friday,'],
	[{ workingWeek: [1, 2, 3, 4, 7] }, 'dalla domenica al giovedì,', 'Sunday to Thursday,'],
	[{ workingWeek: [1, 2, 3, 4, 5, 6, 7] }, 'tutti i giorni della settimana,', 'every day of the week,'],
	[
		{ reminders: [0] },
		'finisca viene scritto un promemoria, alle ore 9:00: l’ultimo giorno che si conta.',
		'ends a reminder is written, at 9:00: the last day that counts.',
	],
	[
		{ reminders: [3, 1, 0] },
		'finisca vengono scritti tre promemoria, alle ore 9:00: tre giorni contati prima dell’ultimo, il giorno contato prima dell’ultimo e l’ultimo giorno che si conta.',
		'three reminders are written, at 9:00: three counted days before the last, the counted day before the last and the last day that counts.',
	],
	[{ reminders: [] }, 'non sono previsti promemoria.', 'No reminder is foreseen'],
	[{ timeZone: 'UTC' }, 'di questo fuso: UTC', 'of this time zone: UTC'],
])('%j is said as people say it', (changes, italian, english) => {
	expect(said(changes)).toContain(italian);
	expect(said(changes, 'en')).toContain(english);
});

test('where nothing is reserved, no sentence speaks of tickets that are reserved for somebody', () => {
	const about = (minutes: number) =>
		sentences({ reservationMinutes: minutes }, 'en').filter((sentence) => /reserv|hand a ticket over/.test(sentence));
	expect(about(60)).toHaveLength(4);
	expect(about(0)).toEqual([expect.stringContaining('not reserved for anybody'), expect.stringContaining('included')]);
});

test('without reminders there is nothing to say of their hour', () => {
	expect(said({ reminders: [] })).toBe(said({ reminders: [], reminderTime: '17:00' }));
});
