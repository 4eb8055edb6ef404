import { expect, test } from 'vitest';
import { emailOf, signBeyondMail } from './email.ts';

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
	[`${'m'.repeat(64)}@studio.it`, `${'m'.repeat(64)}@studio.it`],
	[`${'m'.repeat(65)}@studio.it`, undefined],
	[`marta@${`${'studio.'.repeat(36)}it`}`, undefined],
	['"marta riva"@studio.it', undefined],
	['marta(a casa)@studio.it', undefined],
	['Marta <marta@studio.it>', undefined],
	['marta@studio.it, altri@studio.it', undefined],
	['marta@[127.0.0.1]', undefined],
	['m\u0430rta@studio.it', undefined],
	['marta@StudioPiù.it', 'marta@xn--studiopi-m5a.it'],
	['marta@studiopiu\u0300.it', 'marta@xn--studiopi-m5a.it'],
	['marta@studi\u043e.it', 'marta@xn--studi-nye.it'],
	['marta@ｓtudio.it', 'marta@studio.it'],
	['marta@studio.it\u202e', undefined],
	['marta@è/../studio.it', undefined],
	['marta@è%2estudio.it', undefined],
])('the address typed as %j is kept as %j', (typed, kept) => {
	expect(emailOf(typed)).toBe(kept);
});

test.each([
	['m\u0430rta@studio.it', '\u0430'],
	['nicolò@studio.it', 'ò'],
	['marta@studiopiù.it', undefined],
	['marta@studio.it', undefined],
	['màrta', 'à'],
	['marta', undefined],
])('of %j the first sign that not every mail server takes is %j', (typed, sign) => {
	expect(signBeyondMail(typed)).toBe(sign);
});
