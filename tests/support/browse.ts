import type { TestWeb } from './web.ts';

/** What a page's form sends, as a browser does without scripts; a list of pairs where a field comes more than once. */
export function post(
	web: TestWeb,
	path: string,
	fields: Record<string, string> | [string, string][],
	headers: Record<string, string> = {},
): Promise<Response> {
	return web.fetch(path, {
		method: 'POST',
		body: new URLSearchParams(fields),
		headers: { accept: 'text/html', ...headers },
	});
}

/** What a browser would send back of the cookies it was given. */
export function cookiesOf(response: Response): string {
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}

/** The request key in a page's form. */
export function requestKeyIn(html: string): string {
	return /name="requestKey" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** A page as its text, without what only machines read. */
export function wordsOf(html: string): string {
	return html
		.replaceAll(/<script[\s\S]*?<\/script>|<!--.*?-->/g, '')
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/\s+/g, ' ');
}
