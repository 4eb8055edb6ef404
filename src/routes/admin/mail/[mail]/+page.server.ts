import { error } from '@sveltejs/kit';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { senderOf, signed } from '#lib/server/mail/sender.ts';
import { mailWhole } from '#lib/server/queries/mail-out.ts';
import { application } from '#platform/application.ts';
import { administratorOf, keyIn } from '../../reader.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	administratorOf(locals);
	const mail = await mailWhole(locals.reading.db, keyIn(params.mail));
	if (!mail) error(404);
	const { configuration, live } = application();
	const goesOut = configuration.mail !== undefined;
	const body = withAddresses(mail.body, url.origin, goesOut ? 'masked' : locals.desk.secretKey);
	const sender = senderOf(await live.organisation(), mail.language, url.origin);
	return { mail: { ...mail, body: signed(body, sender) }, goesOut };
};
