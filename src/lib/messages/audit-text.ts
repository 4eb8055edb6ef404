import type { AuditFields } from '#lib/domain/audit-verbs.ts';
import type { Language } from '#lib/domain/roles.ts';
import { dateParts } from './dates.ts';
import type { Words } from './words.ts';

type Told = AuditFields & { from?: AuditFields; to?: AuditFields };
type Saying = { words: Words['audit']; language: Language };

/** What stands in a field for a word of ours; anything else is what somebody wrote. */
const coded: ReadonlySet<string> = new Set(['role', 'language', 'reason', 'counted']);
/** A saved reply is long. */
const mostCharacters = 160;

/** The details of an entry, each a phrase: what differs as it was and as it is, the rest by its name. */
export function detailsInWords({ from, to, ...rest }: Told, saying: Saying): string[] {
	const { words } = saying;
	const changed = Object.keys({ ...from, ...to }).map((field) => {
		const [was, is] = [from, to].map((side) => inWords(field, side?.[field], saying));
		return words.changed(words.fields[field] ?? field, was ?? '', is ?? '');
	});
	const told = Object.entries(rest).flatMap(([name, value]) => {
		if (Array.isArray(value) && value.length === 0) return [];
		const label: string = { ...words.fields, ...words.details }[name] ?? name;
		return `${label}: ${inWords(name, value, saying)}`;
	});
	return [...told, ...changed];
}

function inWords(field: string, value: AuditFields[string], saying: Saying): string {
	const { values } = saying.words;
	if (value === undefined || value === null || typeof value === 'boolean') return values[String(value ?? null)] ?? '';
	if (Array.isArray(value)) {
		return value.length === 0 ? values.none : value.map((each) => inWords(field, each, saying)).join(', ');
	}
	const text = String(value);
	if (coded.has(field) && values[text]) return values[text];
	if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayOf(text, saying.language);
	return text.length > mostCharacters ? `${text.slice(0, mostCharacters).trimEnd()}…` : text;
}

function dayOf(date: string, language: Language): string {
	const { day, month, year } = dateParts(date, language);
	return `${day} ${month} ${year}`;
}
