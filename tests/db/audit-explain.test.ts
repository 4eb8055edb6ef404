import { beforeAll, expect, test, vi } from 'vitest';
import type { Change } from '#lib/domain/queue.ts';
import { WrongUse } from '../../src/cli/command.ts';
import audit from '../../src/cli/commands/audit.ts';
import type { Opened } from '../../src/composition/open.ts';
import { giveAccount } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveProduct } from '../support/house.ts';
import { storeLog } from '../support/stored-log.ts';

const { desk } = await testDesk();
const nine = Temporal.Instant.from('2026-11-23T08:00Z'); // in Rome
const staff = (username: string) => giveAccount(desk, { role: 'agent', username });
const [marta, davide, giulia] = [await staff('marta'), await staff('davide'), await staff('giulia')];

/** One row a minute from nine on. */
beforeAll(async () => {
	const [isoipsa, topko] = [await giveProduct(desk, 'Isoipsa'), await giveProduct(desk, 'Topko')];
	const opened = (ticket: number, product: number, lane: 'technical' | 'consultancy' = 'technical'): Change => ({
		...{ type: 'opened', ticket, lane, product },
	});
	const changes: Change[] = [
		{ type: 'duty', agent: marta, on: true },
		{ type: 'duty', agent: davide, on: true },
		{ type: 'coverage', agent: marta, covers: [isoipsa] },
		...[opened(1, isoipsa, 'consultancy'), opened(2, topko), opened(3, isoipsa), opened(4, isoipsa)],
		{ type: 'duty', agent: giulia, on: false },
		{ type: 'taken', ticket: 3, agent: marta, since: nine.add({ minutes: 5 }) },
		{ type: 'held', ticket: 3, case: 'awaiting-customer' },
		{ type: 'queued', ticket: 3, reason: 'replied', reserved: { for: marta, until: nine.add({ minutes: 70 }) } },
		{ type: 'taken', ticket: 2, agent: davide, since: nine.add({ minutes: 4 }) },
		{ type: 'taken', ticket: 3, agent: marta, since: nine.add({ minutes: 10 }) },
		{ type: 'resolved', ticket: 3, as: 'solved' },
		{ type: 'taken', ticket: 1, agent: marta, since: nine.add({ minutes: 3 }) },
	];
	await storeLog(
		desk.db,
		changes.map((change, nth) => ({ seq: nth + 1, at: nine.add({ minutes: nth }), ...change })),
	);
});

async function told(...args: string[]): Promise<string> {
	const said: string[] = [];
	const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
	try {
		expect(await audit.run(args, async () => ({ desk }) as Opened)).toBe(0);
	} finally {
		log.mockRestore();
	}
	return said.join('\n');
}

test('the whole life of a ticket is told, and why it was taken each time', async () => {
	expect(await told('--explain', '3')).toBe(`Ticket 3. Times are those of Europe/Rome.

2026-11-23 09:05:00  arrived and was queued: technical, Isoipsa
2026-11-23 09:08:00  taken by Marta (${marta})
    It was queued since 2026-11-23 09:05:00.
    2 tickets with a lower arrival number were queued, none of which Marta (${marta}) might have served:
      ticket 1: consultancy, which waits while a technical ticket is queued (P6)
      ticket 2: Topko, which Marta (${marta}) does not cover (P4)
    3 technical tickets were queued, this one included.
    Could have served it too: Davide (${davide}).
    Could not:
      Giulia (${giulia}), off duty
2026-11-23 09:09:00  put on hold: awaiting the customer
2026-11-23 09:10:00  queued again at its arrival number: the customer answered, reserved for Marta (${marta}) until 2026-11-23 10:10:00
2026-11-23 09:12:00  taken by Marta (${marta})
    It was queued since 2026-11-23 09:10:00.
    1 ticket with a lower arrival number was queued, which Marta (${marta}) might not have served:
      ticket 1: consultancy, which waits while a technical ticket is queued (P6)
    2 technical tickets were queued, this one included.
    Nobody else could have served it.
    Could not:
      Davide (${davide}), who had as much in hand as an agent may
      Giulia (${giulia}), off duty
2026-11-23 09:13:00  resolved: solved`);
});

test('a consultancy taken though a technical ticket was queued is told as what it is', async () => {
	expect(await told('--explain', '1')).toContain('Consultancy before technical (P6): 1 technical ticket was queued.');
});

test('a ticket that nobody took is told without a taking', async () => {
	expect(await told('--explain', '4')).toBe(
		'Ticket 4. Times are those of Europe/Rome.\n\n2026-11-23 09:06:00  arrived and was queued: technical, Isoipsa',
	);
});

test.each([
	['9', 'There is no ticket 9: nothing in the log has that number.'],
	['drei', '"drei" is no number of a ticket.'],
])('--explain %s is refused in words', async (given, says) => {
	await expect(told('--explain', given)).rejects.toThrow(new WrongUse(says));
});
