import { expect, test } from 'vitest';
import { customerName, emailOf, leavesAnAdministrator, productName, usernameOf } from './administration.ts';
import { textLimits } from './limits.ts';

test.each([
	['marta', 'marta'],
	[' M.Riva ', 'm.riva'],
	['geo_lab-2', 'geo_lab-2'],
	['io', undefined],
	['marta riva', undefined],
	['marta@studio.it', undefined],
	['città', undefined],
	['a'.repeat(textLimits.username), 'a'.repeat(textLimits.username)],
	['a'.repeat(textLimits.username + 1), undefined],
])('the username typed as %j is kept as %j', (typed, kept) => {
	expect(usernameOf(typed)).toBe(kept);
});

test.each([
	[' Marta.Riva@Studio.IT ', 'Marta.Riva@studio.it'],
	['marta+ticket@studio.it', 'marta+ticket@studio.it'],
	['marta', undefined],
	['marta@', undefined],
	['@studio.it', undefined],
	['marta@studio..it', undefined],
	['marta@-studio.it', undefined],
	['marta riva@studio.it', undefined],
	['marta@studio.it\r\nBcc: altri@studio.it', undefined],
	[`${'m'.repeat(250)}@studio.it`, undefined],
])('the address typed as %j is kept as %j', (typed, kept) => {
	expect(emailOf(typed)).toBe(kept);
});

test('a name is one line without spare spaces, counted in characters', () => {
	expect(productName('  Mappa \n 3D ')).toEqual({ ok: true, value: 'Mappa 3D' });
	expect(productName('📐'.repeat(textLimits.name)).ok).toBe(true);
	expect(productName('📐'.repeat(textLimits.name + 1))).toEqual({
		ok: false,
		refusal: { reason: 'not-valid', field: 'name' },
	});
	expect(customerName(' ').ok).toBe(false);
});

test('an administrator is left only if another one is enabled', () => {
	expect(leavesAnAdministrator([1, 2], 1)).toBe(true);
	expect(leavesAnAdministrator([1], 1)).toBe(false);
	expect(leavesAnAdministrator([1], 2)).toBe(true);
});
