import { expect, test } from 'vitest';
import { say } from './say.ts';
import { wordsFor } from './words-for.ts';

const at = Temporal.Instant.from('2026-12-09T23:00:00Z');

test('a reply after the lapse hears why it is refused and that a follow-up is ready', () => {
	const said = say({ reason: 'resolved', as: 'lapsed', at }, wordsFor('it'));
	expect(said).toContain('termine');
	expect(said).toContain('ticket collegato');
});

test('a file that is too large is named, with the limit', () => {
	const refusal = { reason: 'file-too-large', name: 'rilievo.las', maxBytes: 26_214_400 } as const;
	expect(say(refusal, wordsFor('it'))).toContain('«rilievo.las»');
	expect(say(refusal, wordsFor('en'))).toContain('25 MB');
});
