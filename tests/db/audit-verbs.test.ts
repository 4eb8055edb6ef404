import { expect, test } from 'vitest';
import type { AuditVerb } from '#lib/domain/audit-verbs.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { beginSecondFactor } from '#lib/server/use-cases/begin-second-factor.ts';
import { changeSavedReply } from '#lib/server/use-cases/change-saved-reply.ts';
import { confirmIdentity } from '#lib/server/use-cases/confirm-identity.ts';
import { createProduct } from '#lib/server/use-cases/create-product.ts';
import { createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import { exportCustomers } from '#lib/server/use-cases/export-customers.ts';
import { removeClosureDays } from '#lib/server/use-cases/remove-closure-days.ts';
import { removeSavedReply } from '#lib/server/use-cases/remove-saved-reply.ts';
import { renewRecoveryCodes } from '#lib/server/use-cases/renew-recovery-codes.ts';
import { requireSecondFactor } from '#lib/server/use-cases/require-second-factor.ts';
import { setUpSecondFactor } from '#lib/server/use-cases/set-up-second-factor.ts';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { authenticator } from '../support/authenticator.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key, testHouse } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';

const testing = await testDesk();
const { desk } = testing;
await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');

/** What the log has of these, each once and by Elena. */
async function told(verb: AuditVerb) {
	const entries = await recorded(desk, verb);
	expect(entries).toHaveLength(1);
	expect(entries[0]).toMatchObject({ actor: elena.id });
	return entries[0]?.details;
}

test('what is changed about the house is in the log, in its own words', async () => {
	granted(await createProduct(desk, elena, { ...key(), name: 'Catasto' }));
	expect(await told('product-created')).toEqual({});

	const days = { from: '2026-12-14', to: '2026-12-15', reason: 'Inventario' };
	granted(await addClosureDays(desk, elena, { ...key(), ...days }));
	expect(await told('closure-days-added')).toEqual({ days: ['2026-12-14', '2026-12-15'], reason: 'Inventario' });
	granted(await removeClosureDays(desk, elena, { ...key(), days: ['2026-12-14'] }));
	expect(await told('closure-days-removed')).toEqual({ days: ['2026-12-14'] });

	granted(await exportCustomers(desk, elena));
	expect(await told('customers-exported')).toEqual({ rows: 4 });
});

test('of a saved reply the log has what it was, what it became, and that it went', async () => {
	const reply = {
		name: 'Versione',
		shortcut: 'ver',
		language: 'it',
		product: null,
		text: 'Che versione usa?',
	} as const;
	const { reply: id } = granted(await createSavedReply(desk, elena, { ...key(), ...reply, shared: true }));
	expect(await told('saved-reply-created')).toMatchObject({ shortcut: 'ver', text: 'Che versione usa?' });
	const changed = { ...reply, text: 'Quale versione usa?', reply: id, version: 1 };
	granted(await changeSavedReply(desk, elena, { ...key(), ...changed }));
	const difference = { from: { text: 'Che versione usa?' }, to: { text: 'Quale versione usa?' } };
	expect(await told('saved-reply-changed')).toEqual(difference);
	granted(await removeSavedReply(desk, elena, { ...key(), reply: id }));
	expect(await told('saved-reply-removed')).toMatchObject({ shortcut: 'ver', text: 'Quale versione usa?' });
});

test('a second factor tells every step, and never a secret or a code', async () => {
	granted(await beginSecondFactor(desk, elena));
	const phone = await authenticator(testing, elena.id);
	granted(await setUpSecondFactor(desk, elena, { code: await phone.shows(), token: '' }));
	expect(await told('second-factor-set-up')).toEqual({});
	const codes = granted(await renewRecoveryCodes(desk, elena));
	expect(await told('recovery-codes-renewed')).toEqual({});
	const token = (await signedIn(desk, elena)).split('=')[1] ?? '';
	granted(await confirmIdentity(desk, elena, { token, password: PASSWORD, code: codes[0] ?? '', address: '' }));
	expect(await told('recovery-code-used')).toEqual({ left: 9 });

	granted(await requireSecondFactor(desk, elena, { ...key(), required: true }));
	granted(await requireSecondFactor(desk, elena, { ...key(), required: false }));
	expect(await told('second-factor-not-required')).toEqual({});
	const log = JSON.stringify(await recorded(desk));
	for (const code of codes) expect(log).not.toContain(code);
});
