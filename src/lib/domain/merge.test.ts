import { expect, test } from 'vitest';
import { type Mergeable, mayMerge } from './merge.ts';
import type { Standing } from './ticket.ts';

const anna = 7;
const bruno = 8;
const placedAt = Temporal.Instant.from('2026-11-23T09:00Z');
const hold = { id: 1, placedAt, missing: [], receipt: undefined };
const inHand = (agent: number): Standing => ({ state: 'in-hand', agent });
const evaluated: Standing = { state: 'under-evaluation', agent: bruno, hold };
const resolved: Standing = { state: 'resolved', as: 'lapsed', at: placedAt };

const ticket = (number: number, told: Partial<Mergeable> = {}): Mergeable => ({
	...{ number, customer: 1, openedBy: 20, standing: { state: 'queued' } },
	...told,
});
const mine = ticket(5, { standing: inHand(anna) });
const seen = { colleaguesSee: true };
const unseen = { colleaguesSee: false };

test.each([
	['later', ticket(9)],
	['earlier', ticket(2)],
	['on hold', ticket(9, { standing: evaluated })],
	['in the same hand', ticket(2, { standing: inHand(anna) })],
	['of a colleague who sees both', ticket(9, { openedBy: 21 })],
])('the earlier arrival stays when the other is %s (P4)', (_, other) => {
	const [kept, left] = other.number < mine.number ? [other, mine] : [mine, other];
	expect(mayMerge(anna, mine, other, seen)).toEqual({ ok: true, value: { kept, left } });
});

test('where colleagues do not see each other’s tickets, one person’s two are merged all the same', () => {
	expect(mayMerge(anna, mine, ticket(9), unseen)).toMatchObject({ ok: true });
});

test.each([
	['of another customer', ticket(9, { customer: 2 }), seen, 'other-customer'],
	['of a colleague who does not see this one', ticket(9, { openedBy: 21 }), unseen, 'not-visible-to-both'],
	['resolved', ticket(9, { standing: resolved }), seen, 'other-resolved'],
	['in a colleague’s hand', ticket(9, { standing: inHand(bruno) }), seen, 'other-in-hand'],
])('nothing is merged when the other is %s', (_, other, sees, reason) => {
	expect(mayMerge(anna, mine, other, sees)).toEqual({ ok: false, refusal: { reason } });
});

test.each([
	['in a colleague’s hand', inHand(bruno), { reason: 'not-in-hand' }],
	['in nobody’s hand', { state: 'queued' } as const, { reason: 'not-in-hand' }],
	['resolved', resolved, { reason: 'resolved', as: 'lapsed', at: placedAt }],
])('nothing is merged from a ticket that is %s', (_, standing, refusal) => {
	expect(mayMerge(anna, { ...mine, standing }, ticket(9), seen)).toEqual({ ok: false, refusal });
});
