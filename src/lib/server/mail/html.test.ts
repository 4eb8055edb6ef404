import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { letters, origin } from '../../../../tests/support/letters.ts';
import { htmlOf, type Kept } from './html.ts';
import { dark, light } from './paint.ts';

const sender = { name: 'Rossi & Figli', lines: ['Via <Roma> 1'], origin };
const nasty = `<script>alert(1)</script> "><img src=x onerror=alert(1)> it's & so`;

test.each(['it', 'en'] as const)('what people write is never markup (%s)', (language) => {
	for (const mail of letters(language, nasty, nasty)) {
		const html = htmlOf(mail, { name: nasty, lines: [nasty], origin });
		expect(html, mail.kind).not.toMatch(/<(script|img)|onerror=alert\(1\)>(?!&)/);
		expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
	}
});

test.each(['it', 'en'] as const)('the stub says what is new and of which ticket (%s)', (language) => {
	for (const mail of letters(language, 'Rilievo: non si chiude, mai')) {
		const html = htmlOf(mail, sender);
		expect(html).toContain('>1204</div>');
		expect(html).toContain('>Rilievo: non si chiude, mai</div>');
		expect(html).not.toMatch(/>Ticket 1204, [^<]*<\/div>/);
	}
});

test('only addresses of ours are links, what a person quotes is not', () => {
	const [mail] = letters('it', 'Rilievo');
	const body = `Gentile Paola,\n\nIl messaggio:\n> ${origin}/tickets/9\n\nIl ticket 1204:\n${origin}/tickets/1204\n`;
	const html = htmlOf({ ...(mail as Kept), body }, sender);
	expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([`${origin}/tickets/1204`]);
	expect(html).toContain('Via &lt;Roma&gt; 1');
});

test('a mail about no ticket has its subject as its heading', () => {
	const [mail] = letters('it', 'Rilievo');
	expect(htmlOf({ ...(mail as Kept), ticket: null, subject: 'Le Sue credenziali' }, sender)).toContain(
		'>Le Sue credenziali</h1>',
	);
});

test('the colours are those of the interface, as mail programs know them', () => {
	const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
	const [first, second] = [flat(light), flat(dark)];
	for (const [name, hex] of Object.entries(first)) {
		const [, day, night] =
			new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(tokens) ?? [];
		expect([hex, second[name]], name).toEqual([hexOf(day), hexOf(night)]);
	}
});

function flat({ turn, ...others }: typeof light): Record<string, string> {
	const turns = Object.entries(turn).flatMap(([name, parts]) =>
		Object.entries(parts).map(([part, hex]) => [`${name}-${part}`, hex]),
	);
	return { ...others, ...Object.fromEntries(turns) };
}

/** OKLCH to sRGB (https://bottosson.github.io/posts/oklab/). */
function hexOf(oklch = ''): string {
	const [l = 0, c = 0, h = 0] = oklch.split(' ').map(Number);
	const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
	const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const linear = [
		4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
		-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
		-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
	];
	const curved = linear.map((x) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055));
	return `#${curved
		.map((x) =>
			Math.round(255 * Math.min(1, Math.max(0, x)))
				.toString(16)
				.padStart(2, '0'),
		)
		.join('')}`;
}
