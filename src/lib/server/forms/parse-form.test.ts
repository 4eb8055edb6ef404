import { expect, test } from 'vitest';
import { z } from 'zod';
import { key, listOf, longText, optionalText, parseForm, requestKey, text, ticked } from './parse-form.ts';

const schema = z.object({
	subject: text(10),
	tools: optionalText(5),
	description: longText(20),
	product: key,
	missing: listOf(z.enum(['tools-used', 'other']), 1),
	agreed: ticked,
	requestKey,
});

const good = {
	subject: '  Non \n parte ',
	description: '\n  \n    code\nmore\n\n',
	product: '12',
	missing: 'other',
	requestKey: '8c7d6f3a-54a1-4c53-9f0c-0c6c5c1e8a11',
};

test('a form in order gives its values', () => {
	expect(parseForm(schema, good)).toEqual({
		ok: true,
		value: {
			...good,
			subject: 'Non parte',
			tools: '',
			description: '    code\nmore',
			product: 12,
			missing: ['other'],
			agreed: false,
		},
	});
});

test.each([
	[{ subject: '   ' }, { subject: { reason: 'required' } }],
	[{ subject: 'far too long a subject' }, { subject: { reason: 'too-long', limit: 10 } }],
	[{ tools: 'hammer' }, { tools: { reason: 'too-long', limit: 5 } }],
	[{ product: '-1' }, { product: { reason: 'invalid' } }],
	[{ product: '' }, { product: { reason: 'required' } }],
	[{ missing: ['other', 'nonsense'] }, { missing: { reason: 'invalid' } }],
	[
		{ requestKey: 'x', subject: ['two', 'subjects'] },
		{ requestKey: { reason: 'invalid' }, subject: { reason: 'invalid' } },
	],
])('what is wrong is named field by field: %j', (change, problems) => {
	expect(parseForm(schema, { ...good, ...change })).toMatchObject({ ok: false, problems });
});

test('a field that was not sent is required', () => {
	const { missing: _, ...rest } = good;
	expect(parseForm(schema, rest)).toMatchObject({ ok: false, problems: { missing: { reason: 'required' } } });
});

test('a password that is too short is told so', () => {
	const read = parseForm(z.object({ password: z.string().min(10) }), { password: 'short' });
	expect(read).toMatchObject({ ok: false, problems: { password: { reason: 'too-short', limit: 10 } } });
});

test('what was typed comes back, passwords never do', () => {
	const parsed = parseForm(schema, { subject: 'x', password: 'secret', passwordAgain: 'secret' });
	expect(parsed).toMatchObject({ ok: false, typed: { subject: 'x' } });
	expect(JSON.stringify(parsed)).not.toContain('secret');
});
