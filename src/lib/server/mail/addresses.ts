import type { SecretKey } from '#platform/secret-key.ts';
import { derivedToken, type LinkPurpose } from '../auth/derived-token.ts';

/** A line that is nothing but a path of one of our pages, as mails are written. */
const ourPage = /^\/(?:policy|account|access|login|recover|(?:desk\/)?tickets\/(?:new\?follows=)?\d+)$/gm;

/** The same of a page that a token opens, of which only the nonce is written down. */
const ourLink = /^\/(activate|recover|confirm-address|stop-address)\/\{link:([0-9a-f-]{36})\}$/gm;

/** The path of such a page, alone on its line in a mail. */
export function linkTo(purpose: LinkPurpose, nonce: string): string {
	return `/${purpose}/{link:${nonce}}`;
}

/** The tokens a body brings its receiver: no word of ours but the mail itself may carry them. */
export function tokensIn(body: string, key: SecretKey): string[] {
	return [...body.matchAll(ourLink)].map(([, purpose, nonce = '']) => derivedToken(key, purpose as LinkPurpose, nonce));
}

/**
 * The body as its receiver gets it: where people find us stands before each path, as it is set when it is sent or shown, and each
 * token in its place. `masked`: for who reads along and must not open what was sent to somebody else.
 */
export function withAddresses(body: string, origin: string, tokens: SecretKey | 'masked'): string {
	const token = (purpose: string, nonce: string) =>
		tokens === 'masked' ? '…' : derivedToken(tokens, purpose as LinkPurpose, nonce);
	return body
		.replace(ourPage, (path) => `${origin}${path}`)
		.replace(ourLink, (_, purpose: string, nonce: string) => `${origin}/${purpose}/${token(purpose, nonce)}`);
}
