import { expect, test } from 'vitest';
import { wordsFor } from '#lib/messages/words-for.ts';
import { ticketsChanged } from './tickets-changed.ts';
import { turnInWords } from './turn-in-words.ts';

const words = wordsFor('it');

test.each([
	{ openedByMe: true, says: 'Tocca a Lei' },
	{ openedByMe: false, says: 'Tocca a voi' },
])('what waits for an answer says whose: $says', ({ openedByMe, says }) => {
	const ticket = { number: 7, turn: 'customer', state: 'awaiting-customer', openedByMe } as const;
	expect(turnInWords(ticket, words)).toBe(says);
	const before = { ...ticket, turn: 'in-hand', state: 'in-hand' } as const;
	expect(ticketsChanged([before], [ticket], words)).toBe(`Ticket 7: ${says}.`);
});

test('a ticket that waits for support, or for nobody, is told alike to all', () => {
	for (const openedByMe of [true, false]) {
		expect(turnInWords({ turn: 'support', state: 'queued', openedByMe }, words)).toBe('In coda');
		expect(turnInWords({ turn: 'resolved', state: 'resolved', openedByMe }, words)).toBe('Risolto');
	}
});
