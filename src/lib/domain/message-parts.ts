import { beginsMail, introductionIn } from './mail-quotes.ts';

/**
 * What a message is made of, for its reader: what was said, code, what was only quoted, and a signature. Nothing is cut
 * away: the parts together hold every word of the message, in its order.
 */
export type MessagePart = { kind: 'text' | 'code' | 'quote' | 'signature'; html: string };

type Block = { kind: MessagePart['kind']; html: string; attributed: boolean };

/** In characters; a quotation up to here is left in sight where a reply refers to it. */
const shortQuotation = 300;
/** In characters; what follows two dashes and is longer is no signature. */
const longestSignature = 500;
const lineBreak = '<br />';
/** Without any of it a message is all text, as most are: the others cost ten times as much to take apart. */
const telling = /<(?:blockquote|pre)|--|\b(?:da|from)(?:<[^>]*>)*\s?:/i;

/**
 * Takes a message apart. `html` is what `renderMessage` makes: well formed, its text escaped. What a mail program quoted is a
 * quote, and so is whatever is quoted at length; a line that somebody quotes in order to answer it stays in their text. A
 * message that says nothing else is all text.
 */
export function messageParts(html: string): MessagePart[] {
	if (html === '') return [];
	if (!telling.test(html)) return [{ kind: 'text', html }];
	const blocks = leftInSight(signed(quoted(topLevel(html).flatMap(linesApart))));
	const says = blocks.some(({ kind }) => kind === 'text' || kind === 'code');
	if (!says || blocks.every(({ kind }) => kind === 'text')) return [{ kind: 'text', html }];
	return joined(blocks);
}

/** The outermost elements, one after the other. */
function topLevel(html: string): Block[] {
	const blocks: Block[] = [];
	let depth = 0;
	let start = 0;
	const cut = (end: number) => {
		const block = html.slice(start, end).trim();
		if (block) blocks.push(blockOf(block));
		start = end;
	};
	for (const { 0: tag, index } of html.matchAll(/<[^>]*>/g)) {
		if (tag.startsWith('</')) depth--;
		else if (!tag.endsWith('/>')) depth++;
		if (depth === 0) cut(index + tag.length);
	}
	cut(html.length);
	return blocks;
}

function blockOf(html: string): Block {
	const kind = html.startsWith('<blockquote') ? 'quote' : html.startsWith('<pre') ? 'code' : 'text';
	return { kind, html, attributed: false };
}

/** A paragraph in which something else begins half-way is two of them. */
function linesApart(block: Block): Block[] {
	const lines = linesOf(block);
	const texts = lines.map(textOf);
	const other = texts.findIndex((text, at) => text === '--' || beginsMail(texts, at));
	const first = other < 0 ? introductionIn(texts) : other;
	if (first < 1 || !isWhole(lines.slice(0, first).join(''))) return [block];
	return [lines.slice(0, first), lines.slice(first)].map((part) => blockOf(`<p>${part.join(lineBreak)}</p>`));
}

function linesOf({ html }: Block): string[] {
	return html.startsWith('<p>') ? html.slice('<p>'.length, -'</p>'.length).split(lineBreak) : [];
}

/** Whether no element that begins in it goes on after it. */
function isWhole(html: string): boolean {
	return html.match(/<[^/][^>]*>/g)?.length === html.match(/<\//g)?.length;
}

/** What introduces a quote belongs to it, and below the head of a mail everything does. */
function quoted(blocks: Block[]): Block[] {
	const head = blocks.findIndex((block) => beginsMail(linesOf(block).map(textOf), 0));
	const mail = head > 0 && blocks[head - 1]?.html === '<hr />' ? head - 1 : head;
	const introduces = (block?: Block) => block !== undefined && introductionIn(linesOf(block).map(textOf)) === 0;
	return blocks.map((block, at) => {
		const inMail = mail >= 0 && at >= mail;
		const introducing = blocks[at + 1]?.kind === 'quote' && introduces(block);
		if (inMail || introducing) return { ...block, kind: 'quote', attributed: true };
		return block.kind === 'quote' ? { ...block, attributed: introduces(blocks[at - 1]) } : block;
	});
}

/** From two dashes on a line of their own to where something quoted begins, where that is short. */
function signed(blocks: Block[]): Block[] {
	const start = blocks.findLastIndex((block) => block.kind === 'text' && textOf(linesOf(block)[0] ?? '') === '--');
	if (start < 0) return blocks;
	const other = blocks.findIndex(({ kind }, at) => at > start && kind !== 'text');
	const end = other < 0 ? blocks.length : other;
	const length = blocks.slice(start, end).reduce((sum, { html }) => sum + textOf(html).length, 0);
	if (length > longestSignature) return blocks;
	return blocks.map((block, at) => (at >= start && at < end ? { ...block, kind: 'signature' } : block));
}

/** Short quotations stay where they are answered one by one, and where no mail was quoted. */
function leftInSight(blocks: Block[]): Block[] {
	const lastQuote = blocks.findLastIndex(({ kind }) => kind === 'quote');
	const answered = blocks.some(({ kind }, at) => kind === 'text' && at < lastQuote && blocks[at - 1]?.kind === 'quote');
	return blocks.map((block) => {
		const folds =
			block.kind !== 'quote' || (block.attributed && !answered) || textOf(block.html).length > shortQuotation;
		return folds ? block : { ...block, kind: 'text' };
	});
}

/** Neighbours of a kind are one part; each piece of code is one by itself. */
function joined(blocks: Block[]): MessagePart[] {
	const parts: MessagePart[] = [];
	for (const { kind, html } of blocks) {
		const last = parts.at(-1);
		if (last?.kind === kind && kind !== 'code') last.html += `\n${html}`;
		else parts.push({ kind, html });
	}
	return parts;
}

function textOf(html: string): string {
	return html.replaceAll(/<[^>]*>/g, '').trim();
}
