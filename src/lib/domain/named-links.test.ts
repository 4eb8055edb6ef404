import { expect, test } from 'vitest';
import { renderMessage } from '#lib/server/markdown.ts';
import { withNamedLinks } from './named-links.ts';

test.each([
	['a name', '[la guida](https://a.it/x?a=1&b=2)', true],
	['part of the address', '[https://a.it](https://a.it/x)', true],
	['the address itself', 'https://a.it/x?a=1&b=2', false],
	['the address without its scheme', 'www.a.it/x', false],
	['a mailbox', '<a@b.it>', false],
	['a mailbox with a name', '[Marta](mailto:a@b.it)', true],
	['emphasis around the address', '[**https://a.it**](https://a.it)', true],
])('a link that reads as %s', (_, source, isNamed) => {
	const html = renderMessage(source);
	expect(withNamedLinks(html)).toBe(isNamed ? html.replace('<a href', '<a class="named" href') : html);
});
