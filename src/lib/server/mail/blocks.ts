/**
 * What a notice's text is made of, read back from its lines as `render.ts` writes them: paragraphs apart by an empty line; in
 * each, sentences, a list, what a person wrote, and pages of ours, each after the line that names it.
 */
export type Block =
	| { kind: 'text'; lines: string[] }
	| { kind: 'list'; items: string[] }
	| { kind: 'quote'; lines: string[] }
	| { kind: 'page'; title: string; address: string };

/** The paragraphs of `body`, in which addresses of ours begin with `origin`. */
export function paragraphsOf(body: string, origin: string): Block[][] {
	const paragraphs = body.trim().split(/\n{2,}/);
	return paragraphs.map((paragraph) => blocksOf(paragraph.split('\n'), origin));
}

function blocksOf(lines: readonly string[], origin: string): Block[] {
	const blocks: Block[] = [];
	for (const line of lines) add(blocks, blockOf(line, origin));
	return blocks.filter((block) => block.kind !== 'text' || block.lines.length > 0);
}

/** A line by itself. What a person wrote begins with a sign that nothing of ours begins with: it is asked for first. */
function blockOf(line: string, origin: string): Block {
	if (/^>( |$)/.test(line)) return { kind: 'quote', lines: [line.slice(2)] };
	if (line.startsWith('- ')) return { kind: 'list', items: [line.slice(2)] };
	if (line.startsWith(`${origin}/`) && !/\s/.test(line)) return { kind: 'page', title: '', address: line };
	return { kind: 'text', lines: [line] };
}

/** Lines of a kind stand together; a page takes its title from the line before it. */
function add(blocks: Block[], next: Block): void {
	const last = blocks.at(-1);
	if (next.kind === 'page' && last?.kind === 'text') {
		blocks.push({ ...next, title: last.lines.pop() ?? '' });
	} else if (next.kind === 'list' && last?.kind === 'list') {
		last.items.push(...next.items);
	} else if (next.kind !== 'page' && next.kind !== 'list' && last?.kind === next.kind) {
		last.lines.push(...next.lines);
	} else {
		blocks.push(next);
	}
}
