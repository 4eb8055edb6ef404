import { error } from '@sveltejs/kit';
import { wordsFor } from '#lib/messages/words-for.ts';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { htmlOf } from '#lib/server/mail/html.ts';
import { mailWhole } from '#lib/server/queries/mail-out.ts';
import { application } from '#platform/application.ts';
import { administratorOf, keyIn } from '../../../reader.ts';
import type { RequestHandler } from './$types';

/** A mail shows itself and does nothing: it may use its own styles, and be framed by the page about it. */
const policy =
	"sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** A notice as mail programs show it that know HTML. */
export const GET: RequestHandler = async ({ locals, params, url: { origin } }) => {
	administratorOf(locals);
	const mail = await mailWhole(locals.reading.db, keyIn(params.mail));
	if (!mail) error(404);
	const name = wordsFor(mail.language).common.productName;
	const html = htmlOf(
		{
			...mail,
			body: withAddresses(mail.body, origin, application().configuration.mail ? 'masked' : locals.desk.secretKey),
		},
		{ name, lines: [], origin },
	);
	return new Response(html, {
		headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
	});
};
