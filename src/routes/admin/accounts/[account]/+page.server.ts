import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { tellUndelivered } from '#lib/messages/tell-undelivered.ts';
import { accountDetails } from '#lib/server/queries/accounts.ts';
import { products } from '#lib/server/queries/products.ts';
import { changeAccount } from '#lib/server/use-cases/change-account.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { enableAccount } from '#lib/server/use-cases/enable-account.ts';
import { renewActivation } from '#lib/server/use-cases/renew-activation.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { takeSecondFactorAway } from '#lib/server/use-cases/take-second-factor-away.ts';
import { carryOut } from '../../carry-out.ts';
import { bareForm, changeAccountForm, coverageForm } from '../../forms.ts';
import { issuedTo } from '../../issued-to.ts';
import { administratorOf, keyIn } from '../../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const viewer = administratorOf(locals);
	const account = (await accountDetails(locals.reading, keyIn(params.account))) ?? error(404);
	const { undelivered } = account;
	return {
		account: { ...account, undelivered: undelivered && tellUndelivered(undelivered, { ...locals, administers: true }) },
		products: account.role === 'user' ? [] : await products(locals.reading.db),
		isYou: account.id === viewer.id,
		requestKey: randomUUID(),
	};
};

export const actions: Actions = {
	change: async (event) => {
		const account = keyIn(event.params.account);
		const done = await carryOut(event, 'change', changeAccountForm, changeAccount, { account });
		if (!done.ok) return done.back;
		const said = done.value.address === 'to-confirm' ? 'address-to-confirm' : 'account-changed';
		redirect(303, `/admin/accounts/${account}?done=${said}`);
	},
	renew: async (event) => {
		const account = keyIn(event.params.account);
		const done = await carryOut(event, 'renew', bareForm, renewActivation, { account });
		return done.ok ? { issued: await issuedTo(event, done.value) } : done.back;
	},
	disable: async (event) => {
		const account = keyIn(event.params.account);
		const done = await carryOut(event, 'disable', bareForm, disableAccount, { account });
		if (!done.ok) return done.back;
		const about = new URLSearchParams([
			['done', 'account-disabled'],
			...done.value.putBack.map((ticket) => ['put-back', String(ticket)]),
		]);
		redirect(303, `/admin/accounts/${account}?${about}`);
	},
	enable: async (event) => {
		const account = keyIn(event.params.account);
		const done = await carryOut(event, 'enable', bareForm, enableAccount, { account });
		return done.ok ? redirect(303, `/admin/accounts/${account}?done=account-enabled`) : done.back;
	},
	'second-factor': async (event) => {
		const account = keyIn(event.params.account);
		const done = await carryOut(event, 'second-factor', bareForm, takeSecondFactorAway, { account });
		return done.ok ? redirect(303, `/admin/accounts/${account}?done=second-factor-taken`) : done.back;
	},
	coverage: async (event) => {
		const account = keyIn(event.params.account);
		const done = await carryOut(event, 'coverage', coverageForm, setCoverage, { account });
		return done.ok ? redirect(303, `/admin/accounts/${account}?done=coverage-changed`) : done.back;
	},
};
