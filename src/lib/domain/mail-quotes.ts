// How mail programs, in Italian and English, say that what follows is quoted. All of it is asked of plain lines of text.

const introduced = /(?:^|\s)(?:ha scritto|wrote)\s?:$/i;
const introductionStart = /^(?:il|in data|on)\s.*\d/i;
const forwarded = /^-{2,}\s?(?:messaggio originale|messaggio inoltrato|original message|forwarded message)\s?-{2,}$/i;
const from = /^(?:da|from)\s?:/i;
const sent = /^(?:inviato|data|sent|date)\s?:/i;
const subject = /^(?:oggetto|subject)\s?:/i;

/** In lines; a mail program wraps «Il giorno … ha scritto:» to no more. */
const longestIntroduction = 3;
/** In characters. */
const longestLine = 300;
/** In lines; the head of a mail has no more above its subject. */
const longestHead = 6;

/** At which of a paragraph's lines the introduction of a quote begins with which it ends; -1 where it ends otherwise. */
export function introductionIn(lines: readonly string[]): number {
	const last = lines.length - 1;
	const end = lines.slice(-longestIntroduction).join(' ');
	if (end.length > longestLine * longestIntroduction || !introduced.test(end)) return -1;
	for (let start = last; start >= 0 && start > last - longestIntroduction; start--) {
		if (introductionStart.test(lines[start] ?? '')) return start;
	}
	return introduced.test(lines[last] ?? '') ? last : -1;
}

/** Whether the line is where a mail begins that is quoted whole, as some programs do without marking its lines. */
export function beginsMail(lines: readonly string[], at: number): boolean {
	const first = lines[at] ?? '';
	if (forwarded.test(first)) return true;
	if (!from.test(first)) return false;
	const head = lines.slice(at, at + longestHead);
	return head.some((line) => sent.test(line)) && head.some((line) => subject.test(line));
}
