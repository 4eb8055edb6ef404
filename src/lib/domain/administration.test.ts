import { expect, test } from 'vitest';
import { customerName, leavesAnAdministrator, productName, usernameOf } from './administration.ts';
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

test('a name is one line without spare spaces, counted in characters', () => {
	expect(productName('  Mappa \n 3D ')).toEqual({ ok: true, value: 'Mappa 3D' });
	expect(productName('📐'.repeat(textLimits.name)).ok).toBe(true);
	expect(productName('📐'.repeat(textLimits.name + 1))).toEqual({
		ok: false,
		refusal: { reason: 'not-valid', field: 'name' },
	});
	expect(customerName(' ').ok).toBe(false);
});

test.each([
	['Paola\u202eirreF', 'PaolairreF'],
	['Paola\r\nBcc: altri@studio.it', 'Paola Bcc: altri@studio.it'],
	['Paola\0 Ferri\u200b', 'Paola Ferri'],
	['\ufeffPaola', 'Paola'],
	['\u2066Paola\u2069', 'Paola'],
	['می\u200cخواهم', 'می\u200cخواهم'],
])('what is not seen in %j is not kept', (typed, kept) => {
	expect(customerName(typed)).toEqual({ ok: true, value: kept });
});

test('an administrator is left only if another one is enabled', () => {
	expect(leavesAnAdministrator([1, 2], 1)).toBe(true);
	expect(leavesAnAdministrator([1], 1)).toBe(false);
	expect(leavesAnAdministrator([1], 2)).toBe(true);
});
