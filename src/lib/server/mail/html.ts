import type { NoticeKind } from '#lib/domain/notices.ts';
import type { Language } from '#lib/domain/roles.ts';
import type { Turn } from '#lib/domain/ticket.ts';
import { type Block, paragraphsOf } from './blocks.ts';
import { dark, light, turnAfter } from './paint.ts';

/** A notice as it is kept, its paths made addresses (`withAddresses`). */
export type Kept = { kind: NoticeKind; language: Language; ticket: number | null; subject: string; body: string };

/** Who writes: the house's name, and what stands below it, a line each. `origin` is where our pages are found. */
export type Sender = { name: string; lines: readonly string[]; origin: string };

/**
 * The same notice for programs that show HTML: the ticket as a stub, then the words of the text and no others. Everything that
 * comes from people is escaped, nothing is fetched from anywhere, and without its styles it reads like the text.
 */
export function htmlOf(mail: Kept, sender: Sender): string {
	const paragraphs = paragraphsOf(mail.body, sender.origin);
	const turn = turnAfter[mail.kind];
	const first = paragraphs.flat().find(({ kind }) => kind === 'page');
	const shown = paragraphs.map((blocks) =>
		blocks
			.map((block, nth) => written(block, { leads: block === first, below: nth === blocks.length - 1 ? 16 : 6 }))
			.join(''),
	);
	return `<!doctype html>
<html lang="${mail.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(mail.subject)}</title>
<style>${styles(turn)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${light.paper};color:${light.ink}">
<div style="display:none;max-height:0;overflow:hidden">${escaped(foretaste(paragraphs))}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${light.paper}"><tr>
<td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;${letters}">
<tr><td>${mail.ticket === null ? heading(mail.subject) : stub(mail.ticket, mail.subject, turn)}</td></tr>
<tr><td class="ink" style="padding:24px 4px 8px;color:${light.ink}">${shown.join('\n')}</td></tr>
<tr><td class="soft line" style="padding:20px 4px 0;border-top:1px solid ${light.line};font-size:14px;line-height:1.5;color:${light['ink-soft']}"><strong>${escaped(sender.name)}</strong>${sender.lines.map((line) => `<br>${escaped(line)}`).join('')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

const letters =
	"font-family:'Atkinson Hyperlegible Next','Segoe UI',-apple-system,Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;word-break:break-word";
const figures =
	"font-family:'Atkinson Hyperlegible Mono',ui-monospace,Menlo,Consolas,monospace;font-variant-numeric:tabular-nums";

/** The number as it was torn off the roll, its perforation, and beside it what is new and of what (a subject as `letter` writes it). */
function stub(number: number, line: string, turn: Turn): string {
	const { wash, mark, text } = light.turn[turn];
	const [, news = '', subject = line] = /^[^,]*, ([^:]*): (.*)$/s.exec(line) ?? [];
	return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="coupon" align="center" valign="middle" width="96" style="width:96px;padding:16px 10px;background:${wash};color:${text};border-left:5px solid ${mark};border-radius:6px 0 0 6px">
<div style="${figures};font-size:12px;line-height:1;letter-spacing:.08em">TICKET</div>
<div style="${figures};font-size:${String(number).length > 4 ? 24 : 34}px;line-height:1.2;font-weight:700">${number}</div></td>
<td class="card torn" valign="middle" style="padding:16px 18px;background:${light.card};border-left:5px dotted ${light.paper};border-radius:0 6px 6px 0">
<div class="soft" style="font-size:14px;line-height:1.4;color:${light['ink-soft']}">${escaped(sentence(news))}</div>
<div class="ink" style="font-size:18px;line-height:1.3;font-weight:700;color:${light.ink}">${escaped(subject)}</div></td>
</tr></table>`;
}

function heading(subject: string): string {
	return `<h1 class="ink" style="margin:0;padding:0 4px;font-size:22px;line-height:1.25;color:${light.ink}">${escaped(subject)}</h1>`;
}

/** `leads`: it is the page on which to do what there is to do. `below` in pixels: what belongs together stands together. */
type Place = { leads: boolean; below: number };

function written(block: Block, { leads, below }: Place): string {
	const margin = `margin:0 0 ${below}px`;
	switch (block.kind) {
		case 'text':
			return `<p style="${margin}">${lines(block.lines)}</p>`;
		case 'list':
			return `<ul style="${margin};padding:0 0 0 22px">${block.items.map(item).join('')}</ul>`;
		case 'quote':
			return `<blockquote class="sunk line-strong" style="${margin};${quoted}">${lines(block.lines)}</blockquote>`;
		case 'page':
			return `<p style="${margin}">${leads ? button(block) : link(block)}</p>`;
		default:
			return block satisfies never;
	}
}

const quoted = `padding:12px 16px;background:${light.sunk};border-left:3px solid ${light['line-strong']}`;
const item = (text: string) => `<li style="margin:0 0 4px">${escaped(text)}</li>`;

type Page = Extract<Block, { kind: 'page' }>;

function button(page: Page): string {
	const look = `display:inline-block;padding:11px 20px;background:${light.ink};color:${light['on-ink']};border-radius:6px;font-weight:700;text-decoration:none`;
	return `<a class="button" href="${escaped(page.address)}" style="${look}">${nameOf(page)}</a><br>${asItIs(page)}`;
}

function link(page: Page): string {
	return `<a class="ink" href="${escaped(page.address)}" style="color:${light.ink}">${nameOf(page)}</a><br>${asItIs(page)}`;
}

/** The line that stands before it, as a link says it. */
const nameOf = ({ title, address }: Page) => escaped(title.replace(/:$/, '') || address);

/** For whoever wants to see where it leads. */
function asItIs({ address }: Page): string {
	return `<span class="soft" style="font-size:14px;color:${light['ink-soft']};word-break:break-all">${escaped(address)}</span>`;
}

const lines = (all: readonly string[]) => all.map(escaped).join('<br>');

/** What a mail program shows of it in its list: what happened. */
function foretaste(paragraphs: Block[][]): string {
	const [happened] = paragraphs[1] ?? [];
	return happened?.kind === 'text' ? sentence(happened.lines.join(' ')) : '';
}

/** For programs that follow the reader's dark theme; all others show what stands in each place. */
function styles(turn: Turn): string {
	const { wash, mark, text } = dark.turn[turn];
	const rules = [
		`.paper{background:${dark.paper}!important}`,
		`.ink{color:${dark.ink}!important}`,
		`.soft{color:${dark['ink-soft']}!important}`,
		`.card{background:${dark.card}!important}`,
		`.torn{border-left-color:${dark.paper}!important}`,
		`.coupon{background:${wash}!important;color:${text}!important;border-left-color:${mark}!important}`,
		`.sunk{background:${dark.sunk}!important}`,
		`.line{border-color:${dark.line}!important}`,
		`.line-strong{border-color:${dark['line-strong']}!important}`,
		`.button{background:${dark.ink}!important;color:${dark['on-ink']}!important}`,
	];
	return `@media (prefers-color-scheme:dark){${rules.join('')}}`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function escaped(text: string): string {
	const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
	return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
