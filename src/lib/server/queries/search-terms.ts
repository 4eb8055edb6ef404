import { type Kysely, type RawBuilder, sql } from 'kysely';
import { meant, plain, type Term } from '#lib/domain/search.ts';
import { wordsInSight } from '../access/tickets.ts';
import type { Viewer } from '../access/viewer.ts';
import type { DB } from '../db/types.ts';

/** A term with what is searched beside it. */
export type Understood = Term & {
	/** What words are searched by that begin like an unfinished one, or that a misspelt one may have meant. */
	stems: string[];
	/** The words taken for a misspelt one; none for one that stands in a ticket. */
	meant: string[];
	/** A word that stands in no ticket, nor any like it. */
	unknown: boolean;
};

type Known = {
	nth: number;
	common: boolean;
	known: boolean;
	begun: string[];
	near: { word: string; stem: string }[] | null;
};

/** Understands terms by the vocabulary of the tickets in the viewer's sight, and by no other; words that stand in any text are left out. */
export async function understood(db: Kysely<DB>, viewer: Viewer, terms: Term[]): Promise<Understood[]> {
	const known = await knownWords(db, viewer, terms);
	return terms.flatMap((term, nth) => {
		const { common = false, known: isKnown = true, begun = [], near } = known.find((each) => each.nth === nth) ?? {};
		if (common) return [];
		const taken = near ? meant(plain(wordOf(term) ?? ''), near) : [];
		const stems = [...begun, ...taken.map(({ stem }) => stem)];
		return { ...term, stems, meant: taken.map(({ word }) => word), unknown: !isKnown && stems.length === 0 };
	});
}

/** The word a term consists of; nothing for a phrase, a code, a number. */
function wordOf({ pieces: [only = '', ...more] }: Term): string | undefined {
	return more.length === 0 && /^[\p{L}\p{M}]{1,40}$/u.test(only) ? only.toLowerCase() : undefined;
}

/** Behind every word that begins with a text, in the order of code points. */
const last = '\u{10fffd}';

/**
 * Which words of the vocabulary an unfinished word of three letters begins; and for at most three words that stand in no ticket,
 * since comparing takes time, those that are written most like them. One slip leaves a word's first letters or its last: what
 * shares neither is passed over before anything is compared, and the vocabulary is gone through once for all of them.
 */
async function knownWords(db: Kysely<DB>, viewer: Viewer, terms: Term[]): Promise<Known[]> {
	if (terms.length === 0) return [];
	const asked = terms.map((term, nth) => {
		const word = wordOf(term);
		const { pieces, unfinished } = term;
		return { nth, phrase: pieces.join(' '), said: word, word: word && plain(word), unfinished };
	});
	const words = wordsInSight(viewer);
	const { rows } = await sql<Known>`
		with asked as (
			select nth, word, unfinished, (ts_lexize('italian_stem', word))[1] as stem,
				coalesce(ts_lexize('italian_common', said) is not null, false)
					or numnode(phraseto_tsquery('sportello', phrase)) = 0 as common
			from json_to_recordset(${JSON.stringify(asked)})
				as typed (nth integer, phrase text, said text, word text, unfinished boolean)
		), looked_up as materialized (
			select nth, word, common or word is not null and stem is null as common,
				exists (
					select from ${words} known
					where known.word >= asked.stem and known.word < asked.stem || ${last}::text
						and known.stem = asked.stem
				) as known,
				case when unfinished and char_length(word) >= 3 then array(
					select distinct known.stem from ${words} known
					where known.word >= asked.word and known.word < asked.word || ${last}::text
					limit 60
				) else '{}' end as begun
			from asked
		), misspelt as materialized (
			select nth, word, char_length(word) as length, left(word, 2) as head, right(word, 3) as tail from looked_up
			where not common and not known and begun = '{}' and char_length(word) >= 4
			order by nth limit 3
		), resembling as materialized (
			select distinct known.word, known.stem from ${words} known
			where exists (select from misspelt) and (
				left(known.word, 2) = any(array(select head from misspelt)) or right(known.word, 3) = any(array(select tail from misspelt))
			)
		)
		select nth, common, word is null or looked_up.known as known, begun, case when misspelt.word is not null then (
			select json_agg(json_build_object('word', alike.word, 'stem', alike.stem) order by alikeness desc, alike.word)
			from (
				select resembling.word, stem, similarity(resembling.word, misspelt.word) as alikeness from resembling
				where case when char_length(resembling.word) between length - 2 and length + 2
					and (left(resembling.word, 2) = head or right(resembling.word, 3) = tail)
					then similarity(resembling.word, misspelt.word) > 0.15 else false end
				order by alikeness desc, resembling.word limit 20
			) alike
		) end as near
		from looked_up left join misspelt using (nth, word)
	`.execute(db);
	return rows;
}

/** All the terms together, as PostgreSQL searches for any of them. */
export function anyOf(terms: Understood[]): RawBuilder<string> {
	return sql`(${sql.join(terms.map(searched), sql` || `)})`;
}

/** What one term is searched by: its pieces next to each other, in any form of theirs; or what it was understood as. */
export function searched({ pieces, stems, unfinished }: Understood): RawBuilder<string> {
	const [head, tail] = [pieces.slice(0, -1), pieces.at(-1) ?? ''];
	const ways = [phrase([tail])];
	if (unfinished && isBegun(tail, head)) ways.push(literal(`${lexeme(plain(tail))}:*`));
	if (stems.length > 0) ways.push(literal(stems.map(lexeme).join(' | ')));
	const either = sql<string>`(${sql.join(ways, sql` || `)})`;
	return head.length === 0 ? either : sql`tsquery_phrase(${phrase(head)}, ${either})`;
}

/** What begins so is looked for among stems: right for figures and for the ends of codes; whole words have their vocabulary. */
function isBegun(tail: string, head: string[]): boolean {
	return /^\d{2,}$/.test(tail) || head.length > 0;
}

/** Never fails, whatever stands in it. */
function phrase(pieces: string[]): RawBuilder<string> {
	return sql`phraseto_tsquery('sportello', ${pieces.join(' ')})`;
}

function literal(query: string): RawBuilder<string> {
	return sql`${query}::tsquery`;
}

function lexeme(stem: string): string {
	return `'${stem.replaceAll(/['\\]/g, '$&$&')}'`;
}
