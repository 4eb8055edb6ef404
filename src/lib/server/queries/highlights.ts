import { type RawBuilder, sql } from 'kysely';

/** A stretch of text, and whether it is what was searched for. Only text: whoever shows it escapes it. */
export type Part = { text: string; hit: boolean };

/** Migration 0007 keeps these out of every text, and cuts texts by the last one. */
const [start, stop, gap, cut] = ['\ue000', '\ue001', '\ue002', '\u001f'];
const marks = `StartSel=${start},StopSel=${stop}`;

/** A short text with everything that was found marked. */
export function whole(text: RawBuilder<unknown>, query: string): RawBuilder<string> {
	return headline(text, query, `${marks},HighlightAll=true`);
}

/** The stretches of a long text in which most was found. */
export function withinText(text: RawBuilder<unknown>, query: string): RawBuilder<string> {
	return headline(text, query, `${marks},MaxFragments=2,MaxWords=22,MinWords=8,ShortWord=0,FragmentDelimiter=${gap}`);
}

function headline(text: RawBuilder<unknown>, query: string, options: string): RawBuilder<string> {
	return sql`ts_headline('sportello', searchable_text(${text}), ${query}::tsquery, ${sql.lit(options)})`;
}

/** What `withinText` has found in Markdown, as plain words, with a sign where the text seems to go on. */
export function excerptOf(marked: string): Part[] {
	const stretches = marked.replaceAll(cut, '').split(gap);
	const parts = partsOf(stretches.map(plainWords).join(' … '));
	const [first, last] = [parts[0], parts.at(-1)];
	if (first && /^\p{Ll}/u.test(first.text)) parts.unshift({ text: '… ', hit: false });
	if (last && !/[.!?…:»”")]$/.test(last.text)) parts.push({ text: ' …', hit: false });
	return parts;
}

/** Of a link the address is left only where something was found in it; a stretch may begin or end within one. */
function plainWords(markdown: string): string {
	return markdown
		.replaceAll(/!?\[([^\]\n]*)\]\(([^()\s]*)\)/g, (_, words: string, address: string) =>
			address.includes(start) ? `${words} (${address})` : words,
		)
		.replace(/\]\([^()\s]*\)?/, (end) => (end.includes(start) ? ` (${end.slice(2)}` : ''))
		.replace(/!?\[(?=[^\]]*$)/, '')
		.replaceAll(punctuation, ' ')
		.replaceAll(emphasis, '')
		.replaceAll(escaped, '$1');
}

/** At the beginning of a line, or all of one; marks of code and the lines of tables anywhere. */
const punctuation = /^\s*(?:#{1,6}|>+|[-*+])\s|^[\s|:*_=-]{3,}$|`+|\s\|\s|^\||\|$/gm;
/** Around words; within one, as in a name of a file, and between figures it is no mark. */
const emphasis = new RegExp(
	`(?<!\\\\|[\\p{L}\\p{N}]${stop}?)(?:\\*{1,3}|_{1,3}|~~)(?=\\S)|(?<=[^\\s\\\\])(?:\\*{1,3}|_{1,3}|~~)(?!${start}?[\\p{L}\\p{N}])`,
	'gu',
);
const escaped = /\\([!-/:-@[-`{-~])/g;

export function partsOf(marked: string): Part[] {
	const read = marked
		.replaceAll(cut, '')
		.replaceAll(/\s+/g, ' ')
		// Two words found one behind the other are one stretch.
		.replaceAll(new RegExp(`${stop}([\\s\\p{P}\\p{S}]*)${start}`, 'gu'), '$1')
		.trim();
	return read
		.split(new RegExp(`[${start}${stop}]`, 'u'))
		.flatMap((text, nth) => (text ? [{ text, hit: nth % 2 === 1 }] : []));
}
