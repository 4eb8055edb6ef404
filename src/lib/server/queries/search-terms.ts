import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely';
import { meant, plain, type Term } from '#lib/domain/search.ts';
import { wordsInSight } from '../access/tickets.ts';
import { userStatement } from '../access/user-statement.ts';
import type { Sight, Viewer } from '../access/viewer.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';

/** A term with what is searched beside it. */
export type Understood = Term & {
	/** All of it as PostgreSQL searches for it: the text of a `tsquery`. */
	query: string;
	/** The words taken for a misspelt one; none for one that stands in a ticket. */
	meant: string[];
	/** A word that stands in no ticket, nor any like it. */
	unknown: boolean;
};

type Known = {
	nth: number;
	/** Texts of a `tsquery`: of the whole term, of all its pieces but the last, and of the last. */
	whole: string;
	head: string;
	tail: string;
	common: boolean;
	known: boolean;
	begun: string[];
	near: { word: string; stem: string }[] | null;
};

/** Understands terms by the vocabulary of the tickets in the viewer's sight, and by no other; words that stand in any text are left out. */
export async function understood(db: Kysely<DB>, viewer: Viewer, terms: Term[]): Promise<Understood[]> {
	const known = await knownWords(db, viewer, terms);
	return known.flatMap(({ nth, common, known: isKnown, begun, near, ...read }) => {
		const term = terms[nth];
		if (common || !term) return [];
		const taken = near ? meant(plain(wordOf(term) ?? ''), near) : [];
		const stems = [...begun, ...taken.map(({ stem }) => stem)];
		const query = queryOf(term, read, stems);
		return { ...term, query, meant: taken.map(({ word }) => word), unknown: !isKnown && stems.length === 0 };
	});
}

/** The word a term consists of; nothing for a phrase, a code, a number. */
function wordOf({ pieces: [only = '', ...more] }: Term): string | undefined {
	return more.length === 0 && /^[\p{L}\p{M}]{1,40}$/u.test(only) ? only.toLowerCase() : undefined;
}

/** Behind every word that begins with a text, in the order of code points. */
const last = '\u{10fffd}';

async function knownWords(db: Kysely<DB>, viewer: Viewer, terms: Term[]): Promise<Known[]> {
	if (terms.length === 0) return [];
	const typed = terms.map((term, nth) => {
		const word = wordOf(term);
		const { pieces, unfinished } = term;
		const [head, tail] = [pieces.slice(0, -1).join(' '), pieces.at(-1)];
		return { nth, phrase: pieces.join(' '), head, tail, said: word, word: word && plain(word), unfinished };
	});
	const asked = JSON.stringify(typed);
	return viewer.role === 'user' ? inSightOfUser(db, viewer, { asked }) : inSightOfStaff(db, { asked });
}

const inSightOfUser = userStatement<Known, { asked: string }>((db, user, { asked }) => vocabulary(db, user, asked));
const inSightOfStaff = statement<{ asked: string }, Known>((db, { asked }) => vocabulary(db, { role: 'agent' }, asked));

/**
 * Which words of the vocabulary an unfinished word of three letters begins; and for at most three words that stand in no ticket,
 * since comparing takes time, those that are written most like them. One slip leaves a word's first letters or its last: what
 * shares neither is passed over before anything is compared, and the vocabulary is gone through once for all of them.
 */
function vocabulary(db: Kysely<DB>, viewer: Sight, typed: string): Compilable<Known> {
	const words = wordsInSight(viewer);
	const known = sql<Known>`
		with asked as (
			select nth, word, unfinished, phraseto_tsquery('sportello', phrase) as whole,
				phraseto_tsquery('sportello', head) as head, phraseto_tsquery('sportello', tail) as tail, (ts_lexize('italian_stem', word))[1] as stem,
				coalesce(ts_lexize('italian_common', said) is not null, false)
					or numnode(phraseto_tsquery('sportello', phrase)) = 0 as common
			from json_to_recordset(${typed})
				as typed (nth integer, phrase text, head text, tail text, said text, word text, unfinished boolean)
		), looked_up as materialized (
			select nth, whole, head, tail, word, common or word is not null and stem is null as common,
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
			select nth, word, char_length(word) as length, left(word, 2) as start, right(word, 3) as ending from looked_up
			where not common and not known and begun = '{}' and char_length(word) >= 4
			order by nth limit 3
		), resembling as materialized (
			select distinct known.word, known.stem from ${words} known
			where exists (select from misspelt) and (
				left(known.word, 2) = any(array(select start from misspelt)) or right(known.word, 3) = any(array(select ending from misspelt))
			)
		)
		select nth, whole::text, looked_up.head::text, looked_up.tail::text, common, word is null or looked_up.known as known, begun, case when misspelt.word is not null then (
			select json_agg(json_build_object('word', alike.word, 'stem', alike.stem) order by alikeness desc, alike.word)
			from (
				select resembling.word, stem, similarity(resembling.word, misspelt.word) as alikeness from resembling
				where case when char_length(resembling.word) between length - 2 and length + 2
					and (left(resembling.word, 2) = start or right(resembling.word, 3) = ending)
					then similarity(resembling.word, misspelt.word) > 0.15 else false end
				order by alikeness desc, resembling.word limit 20
			) alike
		) end as near
		from looked_up left join misspelt using (nth, word)
		order by nth
	`;
	return { compile: () => known.compile(db) };
}

/** All the terms together, as PostgreSQL searches for any of them: the text of a `tsquery`. */
export function anyOf(terms: Understood[]): string {
	return terms.map(({ query }) => `(${query})`).join(' | ');
}

/** The pieces next to each other, in any form of theirs; the last one is also what it was understood as. */
function queryOf(
	{ pieces, unfinished }: Term,
	{ whole, head, tail }: Pick<Known, 'whole' | 'head' | 'tail'>,
	stems: string[],
): string {
	const last = pieces.at(-1) ?? '';
	const begun = unfinished && isBegun(last, pieces) ? [`${lexeme(plain(last))}:*`] : [];
	const understood = [...begun, ...stems.map(lexeme)];
	if (understood.length === 0) return whole;
	const either = [tail, ...understood].filter(Boolean).join(' | ');
	return head ? `(${head}) <-> (${either})` : either;
}

/** What begins so is looked for among stems: right for figures and for the ends of codes; whole words have their vocabulary. */
function isBegun(tail: string, pieces: string[]): boolean {
	return /^\d{2,}$/.test(tail) || pieces.length > 1;
}

function lexeme(stem: string): string {
	return `'${stem.replaceAll(/['\\]/g, '$&$&')}'`;
}

/** Pieces as they were written, next to each other. Never fails, whatever stands in it. */
export function phraseOf({ pieces }: Term): RawBuilder<string> {
	return sql`phraseto_tsquery('sportello', ${pieces.join(' ')})`;
}
