import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { tellUndelivered } from '#lib/messages/tell-undelivered.ts';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { senderOf, signed } from '#lib/server/mail/sender.ts';
import { mailWhole } from '#lib/server/queries/mail-out.ts';
import { resendMail } from '#lib/server/use-cases/resend-mail.ts';
import { application } from '#platform/application.ts';
import { carryOut } from '../../carry-out.ts';
import { bareForm } from '../../forms.ts';
import { administratorOf, keyIn } from '../../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	administratorOf(locals);
	const mail = await mailWhole(locals.reading.db, keyIn(params.mail));
	if (!mail) error(404);
	const { configuration, live } = application();
	const goesOut = configuration.mail !== undefined;
	const body = withAddresses(mail.body, url.origin, goesOut ? 'masked' : locals.desk.secretKey);
	const sender = senderOf(await live.organisation(), mail.language, url.origin);
	const undelivered = mail.undelivered && tellUndelivered(mail.undelivered, { ...locals, administers: true });
	return { mail: { ...mail, undelivered, body: signed(body, sender) }, goesOut, requestKey: randomUUID() };
};

export const actions: Actions = {
	resend: async (event) => {
		const mail = keyIn(event.params.mail);
		const done = await carryOut(event, 'resend', bareForm, resendMail, { mail });
		return done.ok ? redirect(303, `/admin/mail/${mail}?done=mail-resent`) : done.back;
	},
};
