/** A mail shows itself and does nothing: it may use its own styles, and be framed by the page about it. */
const policy =
	"sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The HTML of a mail, as an answer. */
export function shownAlone(html: string): Response {
	return new Response(html, {
		headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
	});
}
