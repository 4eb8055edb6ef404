import { error } from '@sveltejs/kit';
import { accountDetails } from '#lib/server/queries/accounts.ts';
import type { Issued } from '#lib/server/use-cases/administer.ts';

/** Who an activation link was made for, and the link itself unless it has been shown already. Never a part of an address of ours. */
export async function issuedTo({ locals, url }: { locals: App.Locals; url: URL }, { account, token }: Issued) {
	const { name } = (await accountDetails(locals.desk, account)) ?? error(404);
	return { account, name, link: token && `${url.origin}/activate/${token}` };
}
