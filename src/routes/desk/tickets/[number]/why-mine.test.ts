import { expect, test } from 'vitest';
import type { HappeningItem } from '#lib/server/queries/conversation.ts';
import { whyMine } from './why-mine.ts';

const fact = (type: HappeningItem['type'], reason?: string, actor?: string): HappeningItem => ({
	kind: 'happening',
	type,
	reason,
	actor,
	at: '2026-11-23T09:00:00Z',
	key: 1,
	move: undefined,
	environment: undefined,
});
const taken = fact('taken', undefined, 'Marta');

test.each([
	{ so: 'a ticket that was just opened', facts: [fact('opened'), taken], why: { reason: 'first' } },
	{
		so: 'one that a colleague handed over',
		facts: [fact('opened'), taken, fact('queued', 'handed-over', 'Davide'), taken],
		why: { reason: 'handed-over', by: 'Davide' },
	},
	{
		so: 'one whose customer has replied',
		facts: [fact('opened'), taken, fact('held', 'awaiting-customer'), fact('queued', 'replied'), taken],
		why: { reason: 'replied' },
	},
	{
		so: 'one that was handed over long ago, and put back since',
		facts: [taken, fact('queued', 'handed-over', 'Davide'), taken, fact('queued', 'put-back', 'Marta'), taken],
		why: { reason: 'first' },
	},
	{
		so: 'one that came back and was moved to consultancy since',
		facts: [taken, fact('queued', 'resumed'), taken, fact('moved', 'consultancy', 'Davide'), taken],
		why: { reason: 'first' },
	},
])('$so is mine because: $why.reason', ({ facts, why }) => {
	expect(whyMine(facts)).toEqual(why);
});
