import { expect, test } from 'vitest';
import { senderOf, signed } from './sender.ts';

const organisation = { name: 'Rilievi Srl', postalAddress: ['Via Roma 1', '00100 Roma'], supportAddress: null };

test('below a mail stand the organisation, where it is, and what its support address is for', () => {
	const sender = senderOf({ ...organisation, supportAddress: 'aiuto@rilievi.it' }, 'it', 'https://desk.example.com');
	expect([sender.name, ...sender.lines.slice(0, 2)]).toEqual(['Rilievi Srl', 'Via Roma 1', '00100 Roma']);
	expect(sender.lines[2]).toMatch(/aiuto@rilievi\.it.*non ha ancora le credenziali/);
	expect(senderOf(organisation, 'it', '').lines).toEqual(['Via Roma 1', '00100 Roma']);
});

test.each(['it', 'en'] as const)('in plain text no line of it is longer than 76 characters (%s)', (language) => {
	const sender = senderOf({ ...organisation, supportAddress: 'assistenza@rilievi.example.com' }, language, '');
	const text = signed('Buongiorno.\n\nSaluti\n', sender);
	expect(text.startsWith('Buongiorno.\n\nSaluti\n\n-- \nRilievi Srl\nVia Roma 1\n00100 Roma\n')).toBe(true);
	for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(76);
	expect(text.replaceAll('\n', ' ')).toContain(sender.lines[2]);
});
