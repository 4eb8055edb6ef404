import { textLimits } from './limits.ts';

/**
 * What `<input type="email">` accepts (WHATWG HTML, valid e-mail address). Neither quoted local parts nor comments (RFC 5322, 3.4.1): no
 * mailbox that people have needs them, and half of what reads them reads them wrong.
 */
const shape =
	/^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** RFC 5321, 4.5.3.1.1. */
const mostBeforeAt = 64;

/**
 * An address as it is kept: its domain in small letters, one beyond ASCII as it goes over the line (`studiopiù.it` is `xn--studiopi-m5a.it`,
 * RFC 5891), so that two that look alike are seen to be two. Before the @ it stays as its owner writes it.
 */
export function emailOf(typed: string): string | undefined {
	const [local, domain] = partsOf(typed);
	if (local === undefined || domain === undefined || local.length > mostBeforeAt) return undefined;
	const email = `${local}@${asciiOf(domain)}`;
	return email.length <= textLimits.email && shape.test(email) ? email : undefined;
}

/** The first sign before the @ that no mail server has to take (RFC 5321, 4.1.2), such as the Cyrillic «а» among Latin letters; nothing where there is none. */
export function signBeyondMail(typed: string): string | undefined {
	const [local = typed] = partsOf(typed);
	return /[^\x20-\x7e]/u.exec(local.trim())?.[0];
}

function partsOf(typed: string): [local?: string, domain?: string] {
	const text = typed.trim();
	const at = text.lastIndexOf('@');
	return at < 0 ? [] : [text.slice(0, at), text.slice(at + 1)];
}

/** Only letters, marks and figures are made ASCII of; of anything else an address of another kind might come out. */
function asciiOf(domain: string): string {
	if (/^[a-zA-Z0-9.-]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return domain.toLowerCase();
	return URL.parse(`http://${domain}`)?.hostname ?? domain;
}
