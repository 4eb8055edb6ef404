import { Lexer, Parser, Renderer, Tokenizer, type Tokens } from 'marked';
import sanitize from 'sanitize-html';

/**
 * A message as HTML that is safe to show: plain Markdown (paragraphs, lists, quotes, code, links, emphasis). Raw HTML is
 * shown as the text it is, headings become paragraphs in bold, pictures become links, line breaks stay where they were
 * typed. Rendered once, when the message is written; the time it takes grows with its length and no faster.
 */
export function renderMessage(source: string): string {
	const tokens = new Lexer({ gfm: true, breaks: true, tokenizer: new PlainTokenizer() }).lex(source);
	return sanitize(Parser.parse(tokens, { renderer: new PlainRenderer() }), allowed).trim();
}

/** Deeper than people write; past it the marks are shown as text. */
const deepest = 6;
/** Trying to pair one mark of emphasis reads on to the end of its paragraph; nobody needs so many. */
const mostEmphases = 500;
/** From the first bracket to the last, in characters. */
const longestLink = 3000;

const textStops = /[\\<![`*~_\n]|\b(?:https?:\/\/|www\.)/gi;
const address = /^(?:https?:\/\/|www\.)[^\s<>]+/i;

class PlainTokenizer extends Tokenizer {
	#depth = 0;
	#emphases = 0;

	override blockquote(src: string) {
		return this.#within(() => super.blockquote(src));
	}
	override list(src: string) {
		return this.#within(() => super.list(src));
	}
	override emStrong(src: string, masked: string, before?: string) {
		if (this.#emphases++ > mostEmphases) return undefined;
		return this.#within(() => super.emStrong(src, masked, before));
	}
	/** Two tildes only: one is how people write «about». */
	override del(src: string, masked: string, before?: string) {
		if (!src.startsWith('~~') || this.#emphases++ > mostEmphases) return undefined;
		return this.#within(() => super.del(src, masked, before));
	}

	/** `[text](address)`; a picture becomes a link to it, since nothing is loaded from elsewhere. */
	override link(src: string) {
		const found = this.#within(() => super.link(src.slice(0, longestLink)));
		return found?.type === 'image' ? linkTo(found, this.lexer.state.inLink) : found;
	}
	/** Web addresses alone; marked's own rule for e-mail addresses takes time that grows with the square of the text. */
	override url(src: string) {
		const raw = address.exec(src)?.[0].replace(/[.,;:!?'"*_~)\]}]+$/, '');
		if (!raw || this.lexer.state.inLink) return undefined;
		const href = /^www\./i.test(raw) ? `http://${raw}` : raw;
		return { type: 'link', raw, href, text: raw, tokens: [plainText(raw)] } satisfies Tokens.Link;
	}
	/** As CommonMark has it, a run of backticks to the next run of the same length; marked's own expression tries all lengths. */
	override codespan(src: string) {
		const [mark] = /^`*/.exec(src) ?? [''];
		const end = mark ? src.slice(mark.length).search(new RegExp(`(?<!\`)${mark}(?!\`)`)) : -1;
		if (end < 0) return undefined;
		const code = src.slice(mark.length, mark.length + end).replaceAll('\n', ' ');
		const text = /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code;
		return { type: 'codespan', raw: src.slice(0, 2 * mark.length + end), text } satisfies Tokens.Codespan;
	}
	override inlineText(src: string) {
		textStops.lastIndex = /^`+/.exec(src)?.[0].length ?? 1;
		return plainText(src.slice(0, textStops.exec(src)?.index));
	}

	override html() {
		return undefined;
	}
	override tag() {
		return undefined;
	}
	/** `[1]: text` would vanish from what its writer typed. */
	override def() {
		return undefined;
	}
	override reflink() {
		return undefined;
	}
	override table() {
		return undefined;
	}
	/** A line of dashes under a name is the start of a signature, not a heading. */
	override lheading() {
		return undefined;
	}

	#within<T>(tokenize: () => T): T | undefined {
		if (this.#depth >= deepest) return undefined;
		this.#depth++;
		try {
			return tokenize();
		} finally {
			this.#depth--;
		}
	}
}

/** Within another link it leads nowhere, and so is text. */
function linkTo({ raw, href, text }: Tokens.Image, inLink: boolean): Tokens.Link {
	return { type: 'link', raw, href: inLink ? '' : href, text, tokens: [plainText(text || href)] };
}

function plainText(raw: string): Tokens.Text {
	return { type: 'text', raw, text: raw, escaped: false };
}

class PlainRenderer extends Renderer {
	/** A link that leads anywhere but to the web or a mailbox keeps its text only. */
	override link(link: Tokens.Link): string {
		return /^(?:https?:\/\/|mailto:)/i.test(link.href) ? super.link(link) : this.parser.parseInline(link.tokens);
	}
	override heading({ tokens }: Tokens.Heading): string {
		return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
	}
	override checkbox({ checked }: Tokens.Checkbox): string {
		return checked ? '[x] ' : '[ ] ';
	}
}

/** The wall: whatever the steps before it let through, nothing else leaves here. */
const allowed: sanitize.IOptions = {
	allowedTags: ['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
	allowedAttributes: { a: ['href', 'rel'], ol: ['start'], code: ['class'] },
	allowedClasses: { code: ['language-*'] },
	allowedSchemes: ['http', 'https', 'mailto'],
	allowProtocolRelative: false,
	disallowedTagsMode: 'discard',
	transformTags: { a: sanitize.simpleTransform('a', { rel: 'nofollow noopener noreferrer' }) },
};
