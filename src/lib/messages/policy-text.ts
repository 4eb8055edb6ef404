import type { Policy } from '#lib/domain/policy.ts';
import type { Language } from '#lib/domain/roles.ts';
import { dateParts, locales } from './dates.ts';
import { policySections as enSections, settingWords as enSettings } from './en/policy-text.ts';
import { policySections as itSections, settingWords as itSettings } from './it/policy-text.ts';

/** A clause of the policy as customers read it; its sentences by paragraph. */
export type PolicySection = { clause: string; title: string; paragraphs: string[][] };

/** The settings as sentences are made of them. */
export type PolicyView = Omit<Policy, 'workingWeek' | 'country' | 'timeZone'> & {
	week: Week;
	/** What the country is called. */
	country: string;
	/** What the zone is called, with its IANA name. */
	zone: string;
};

/** The working week as it is said, in names: every day, one day, from one to another, or one by one. */
export type Week =
	| { days: 'all' }
	| { days: 'one'; day: string }
	| { days: 'run'; first: string; last: string }
	| { days: 'some'; names: string[] };

/** What a setting is called and what it says, for lists of changes. */
export type SettingWords = {
	[Setting in keyof Policy]: { label: string; value: (view: PolicyView) => string };
};

/** The whole policy of these settings, in words (P8). Made on the server: no page carries what it does not say. */
export function policyText(policy: Policy, language: Language): PolicySection[] {
	const view = policyView(policy, language);
	return language === 'en' ? enSections(view) : itSections(view);
}

export type ChangeInWords = { setting: keyof Policy; label: string; from: string; to: string };

export function settingsInWords(
	settings: readonly (keyof Policy)[],
	{ from, to }: { from: Policy; to: Policy },
	language: Language,
): ChangeInWords[] {
	const words = language === 'en' ? enSettings : itSettings;
	const [before, after] = [policyView(from, language), policyView(to, language)];
	return settings.map((setting) => {
		const { label, value } = words[setting];
		return { setting, label, from: value(before), to: value(after) };
	});
}

export type ClauseChange = { clause: string; title: string; before: string[]; after: string[] };

/** The clauses whose sentences differ, with those that go and those that come. */
export function changedSentences(before: PolicySection[], after: PolicySection[]): ClauseChange[] {
	const changes = before.map(({ clause, title, paragraphs }) => {
		const old = paragraphs.flat();
		const fresh = after.find((section) => section.clause === clause)?.paragraphs.flat() ?? [];
		const gone = old.filter((sentence) => !fresh.includes(sentence));
		return { clause, title, before: gone, after: fresh.filter((sentence) => !old.includes(sentence)) };
	});
	return changes.filter((change) => change.before.length + change.after.length > 0);
}

function policyView({ workingWeek, country, timeZone, ...settings }: Policy, language: Language): PolicyView {
	const locale = locales[language];
	const days = workingWeek.map((day) => weekdayName(day, language));
	return {
		...settings,
		week: weekOf(workingWeek, days),
		country: countryName(country, language),
		zone: zoneName(timeZone, locale),
	};
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayName(day: number, language: Language): string {
	return dateParts(`2024-01-0${day}`, language).weekday; // a Monday was the first
}

/** Making one costs a hundred times what using it does. */
const regions: Record<Language, Intl.DisplayNames> = {
	it: new Intl.DisplayNames(locales.it, { type: 'region' }),
	en: new Intl.DisplayNames(locales.en, { type: 'region' }),
};

export function countryName(code: string, language: Language): string {
	return regions[language].of(code) ?? code;
}

/** What zones are called, by locale and zone: there are only as many. */
const zones = new Map<string, string>();

function zoneName(timeZone: string, locale: string): string {
	const key = `${locale} ${timeZone}`;
	const name = zones.get(key) ?? zoneNamed(timeZone, locale);
	zones.set(key, name);
	return name;
}

function zoneNamed(timeZone: string, locale: string): string {
	const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
	const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
	return name ? `${timeZone}, ${name}` : timeZone;
}

function weekOf(workingWeek: readonly number[], names: string[]): Week {
	const [day = ''] = names;
	if (names.length === 7) return { days: 'all' };
	if (names.length === 1) return { days: 'one', day };
	// A week may also run over its end, as from Sunday to Thursday.
	const starts = workingWeek.flatMap((each, nth) => (workingWeek.includes(((each + 5) % 7) + 1) ? [] : [nth]));
	const [start, ...more] = starts;
	if (start === undefined || more.length > 0 || names.length === 2) return { days: 'some', names };
	const last = (start + names.length - 1) % names.length;
	return { days: 'run', first: names[start] ?? day, last: names[last] ?? day };
}
