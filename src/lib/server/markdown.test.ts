import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMessage } from './markdown.ts';

const link = (href: string, text: string) => `<a href="${href}" rel="nofollow noopener noreferrer">${text}</a>`;

describe('plain Markdown is shown as it is meant', () => {
	test.each([
		['line breaks stay', 'one\ntwo\n\nthree', '<p>one<br />two</p>\n<p>three</p>'],
		['emphasis', '**a** _b_ ~~c~~', '<p><strong>a</strong> <em>b</em> <del>c</del></p>'],
		['about five metres', '~5 m, poi ~6 m', '<p>~5 m, poi ~6 m</p>'],
		['names with underscores', 'snake_case_name', '<p>snake_case_name</p>'],
		['lists', '- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
		['a list goes on counting', '3. c\n4. d', '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'],
		['tasks', '- [x] a\n- [ ] b', '<ul>\n<li>[x] a</li>\n<li>[ ] b</li>\n</ul>'],
		['quotes', '> a\n> b', '<blockquote>\n<p>a<br />b</p>\n</blockquote>'],
		['code', '`` a ` b ``', '<p><code>a ` b</code></p>'],
		['code of a language', '```js\na < b\n```', '<pre><code class="language-js">a &lt; b\n</code></pre>'],
		['a heading is bold', '# Title', '<p><strong>Title</strong></p>'],
		['dashes under a name', 'Anna\n---', '<p>Anna</p>\n<hr />'],
		['a picture is a link', '![roof](https://a.it/b.png)', `<p>${link('https://a.it/b.png', 'roof')}</p>`],
		['a link', '[x](https://a.it "t")', `<p>${link('https://a.it', 'x')}</p>`],
		['an address by itself', 'see www.a.it/b_c_d.', `<p>see ${link('http://www.a.it/b_c_d', 'www.a.it/b_c_d')}.</p>`],
		['a mailbox', '[x](mailto:a@b.it)', `<p>${link('mailto:a@b.it', 'x')}</p>`],
		['what looks like a definition', '[1]: word', '<p>[1]: word</p>'],
		['what looks like a table', '|a|b|\n|-|-|', '<p>|a|b|<br />|-|-|</p>'],
		['nothing', ' \n ', ''],
	])('%s', (_, source, html) => {
		expect(renderMessage(source)).toBe(html);
	});
});

const attacks = [
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'<svg/onload=alert(1)>',
	'<a href="javascript:alert(1)">x</a>',
	'[x](javascript:alert(1))',
	'[x](JaVaScRiPt:alert(1))',
	'[x](java\tscript:alert(1))',
	'[x](&#106;avascript:alert(1))',
	'[x](&#x6A;avascript&colon;alert(1))',
	'[x](\u0001javascript:alert(1))',
	'[x](data:text/html;base64,PHNjcmlwdD4=)',
	'[x](vbscript:msgbox(1))',
	'[x](file:///etc/passwd)',
	'[x](//evil.example)',
	'[x](/desk)',
	'[x]("onmouseover="alert(1))',
	'[x](https://a.it"onmouseover="alert(1))',
	'[x](https://a.it "\\" onmouseover=\\"alert(1)")',
	'<javascript:alert(1)>',
	'<https://a.it"onclick="alert(1)>',
	'https://a.it"onclick=alert(1)//',
	'![x](javascript:alert(1))',
	'![x" onerror="alert(1)](https://a.it/x.png)',
	'```"><script>alert(1)</script>\ncode\n```',
	'```js" onclick="alert(1)\ncode\n```',
	'`<script>alert(1)</script>`',
	'<style>*{display:none}</style>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
	'<form action=/desk><button>x</button></form>',
	'<p class="stub" style="position:fixed">x</p>',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'**<b onclick=alert(1)>**',
	'> <script>alert(1)</script>',
	'- <img src=x onerror=alert(1)>',
	'[<img src=x onerror=alert(1)>](https://a.it)',
	'<!--><script>alert(1)</script>-->',
	'<![CDATA[<script>alert(1)</script>]]>',
];

/** Everything that stands between angle brackets is one of our own tags, letter by letter. */
const tag =
	/<(?:\/(?:p|strong|em|del|code|pre|blockquote|ul|ol|li|a)|p|strong|em|del|pre|blockquote|ul|ol|li|a|br \/|hr \/|ol start="\d+"|code(?: class="language-[^"<>\s]*")?|a (?:href="(?:https?:\/\/|mailto:)[^"<>\s]*" )?rel="nofollow noopener noreferrer")>/gi;

function foreign(html: string): string {
	return html.replaceAll(tag, '').replaceAll(/[^<>]/g, '');
}

test.each(attacks)('nothing gets through: %j', (source) => {
	expect(foreign(renderMessage(source))).toBe('');
});

test('raw HTML is shown as the text it is', () => {
	expect(renderMessage('<b onclick="x">a</b>')).toBe('<p>&lt;b onclick="x"&gt;a&lt;/b&gt;</p>');
});

test('whatever is written, only our own tags come out', () => {
	const scrap = fc.constantFrom(
		...attacks,
		'[',
		'](',
		')',
		'`',
		'\n',
		'> ',
		'- ',
		'<',
		'"',
		'*',
		'&',
		'javascript:',
		'//',
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(scrap, fc.string()), { maxLength: 12 }), (parts) => {
			expect(foreign(renderMessage(parts.join('')))).toBe('');
		}),
		{ numRuns: 500 },
	);
});

const long = 20_000;
const filled = (piece: string) => piece.repeat(Math.ceil(long / piece.length)).slice(0, long);
const runs = Array.from({ length: 195 }, (_, n) => '`'.repeat(n)).join('a');
const hostile = [
	'>',
	'> ',
	'- ',
	'1. ',
	'> - ',
	'[',
	'[]',
	'![',
	'[a](',
	'[a](b',
	'[a](<',
	'[a](b "',
	'*',
	'*a ',
	'*a_ ',
	'a**b',
	'***a',
];
const more = [
	'**_',
	'~~a',
	'`',
	'`` ` ',
	'<',
	'<a ',
	'<!--',
	'&',
	'\\',
	'http://',
	'a.',
	'a@',
	'a@a.',
	' ',
	'\n',
	'- a\n',
	'- a\n\n',
	'> a\n',
];

/** The time of our own thread, best of several: other tests may be running, and the compiler's time is not the text's. */
test.each([...hostile.map(filled), ...more.map(filled), runs, `${filled('a.')}@`, `${filled('[a](b')})`])(
	'twenty thousand hostile characters take less than 100 ms, text %#',
	(source) => {
		const times = [1, 2, 3, 4].map(() => {
			const before = process.threadCpuUsage();
			renderMessage(source);
			const { user, system } = process.threadCpuUsage(before);
			return (user + system) / 1000;
		});
		expect(Math.min(...times)).toBeLessThan(100);
	},
);
