import { error } from '@sveltejs/kit';
import { signatureOf } from '#lib/domain/organisation.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { htmlOf } from '#lib/server/mail/html.ts';
import { forCustomer } from '#lib/server/mail/render.ts';
import { senderOf } from '#lib/server/mail/sender.ts';
import { shownAlone } from '../../mail/shown-alone.ts';
import { administratorOf } from '../../reader.ts';
import { typedOrganisation } from '../forms.ts';
import type { RequestHandler } from './$types';

/** A mail as it would be signed with what stands in the address; nothing of it is kept. */
export const GET: RequestHandler = ({ locals, url }) => {
	administratorOf(locals);
	const { language } = locals;
	const typed = typedOrganisation.safeParse(Object.fromEntries(url.searchParams));
	const organisation = typed.success ? signatureOf(typed.data) : undefined;
	if (!organisation?.ok) error(400);
	const { customer, subject, text } = wordsFor(language).organisation.sample;
	const to = { name: customer, language, ticket: { number: 41, subject } };
	const written = forCustomer({ kind: 'answered', data: { text, files: [] } }, to);
	const body = withAddresses(written.body, url.origin, 'masked');
	const mail = { kind: 'answered', language, ticket: 41, subject: written.subject, body } as const;
	return shownAlone(htmlOf(mail, senderOf(organisation.value, language, url.origin)));
};
