import { expect, test } from 'vitest';
import { organisationLimits } from './limits.ts';
import { signatureOf } from './organisation.ts';

const typed = { name: 'Rilievi Srl', postalAddress: 'Via Roma 1\n00100 Roma', supportAddress: 'aiuto@rilievi.it' };

test('spaces and empty lines that nobody meant are not kept', () => {
	const loose = {
		name: ' Rilievi \n Srl ',
		postalAddress: '\r\n Via  Roma 1 \r\n\r\n00100 Roma\n',
		supportAddress: ' ',
	};
	expect(signatureOf(loose)).toEqual({
		ok: true,
		value: { name: 'Rilievi Srl', postalAddress: ['Via Roma 1', '00100 Roma'], supportAddress: null },
	});
});

test('the domain of the support address is in small letters', () => {
	expect(signatureOf({ ...typed, supportAddress: 'Aiuto@Rilievi.IT' })).toMatchObject({
		value: { supportAddress: 'Aiuto@rilievi.it' },
	});
});

test.each([
	{ field: 'name', value: '  ' },
	{ field: 'name', value: 'a'.repeat(organisationLimits.name + 1) },
	{ field: 'postalAddress', value: 'riga\n'.repeat(organisationLimits.postalAddressLines + 1) },
	{ field: 'postalAddress', value: 'a'.repeat(organisationLimits.postalAddressLine + 1) },
	{ field: 'supportAddress', value: 'aiuto' },
	{ field: 'supportAddress', value: 'aiuto@rilievi.it\nBcc: altri@esempio.it' },
])('$field cannot be «$value»', ({ field, value }) => {
	expect(signatureOf({ ...typed, [field]: value })).toEqual({ ok: false, refusal: { reason: 'not-valid', field } });
});
