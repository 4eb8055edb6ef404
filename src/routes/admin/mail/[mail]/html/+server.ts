import { error } from '@sveltejs/kit';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { htmlOf } from '#lib/server/mail/html.ts';
import { senderOf } from '#lib/server/mail/sender.ts';
import { mailWhole } from '#lib/server/queries/mail-out.ts';
import { application } from '#platform/application.ts';
import { administratorOf, keyIn } from '../../../reader.ts';
import { shownAlone } from '../../shown-alone.ts';
import type { RequestHandler } from './$types';

/** A notice as mail programs show it that know HTML. */
export const GET: RequestHandler = async ({ locals, params, url: { origin } }) => {
	administratorOf(locals);
	const mail = await mailWhole(locals.reading.db, keyIn(params.mail));
	if (!mail) error(404);
	const { configuration, live } = application();
	const body = withAddresses(mail.body, origin, configuration.mail ? 'masked' : locals.desk.secretKey);
	const sender = senderOf(await live.organisation(), mail.language, origin);
	return shownAlone(htmlOf({ ...mail, body }, sender));
};
