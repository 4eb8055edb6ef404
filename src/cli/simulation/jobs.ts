import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { sendReminders } from '#lib/server/use-cases/remind.ts';
import { sweepExpired } from '#lib/server/use-cases/sweep-expired.ts';
import { isReminded } from './promises.ts';
import { untilAnswered, type World, wrong } from './world.ts';

/** Writes down what has lapsed by now: exactly that, and as often as it is tried. */
export async function sweeps(world: World): Promise<void> {
	const { memory, ledger, now, desk } = world;
	const due = memory.lapsed(now);
	const recorded = await untilAnswered(world, () => recordLapses(desk));
	// When the answer was lost, the lapses were written down all the same and the second try finds none.
	if (recorded !== due.length && recorded !== 0)
		wrong(world, `${recorded} lapses were recorded instead of ${due.length}`);
	for (const ticket of due) {
		ticket.state = 'resolved';
		ledger.lapses += 1;
		ledger.entered('resolved', ticket.number, undefined);
	}
}

/** Reminds whoever is waited for and is due to be reminded. */
export async function reminds(world: World): Promise<void> {
	const { memory, ledger, now, desk } = world;
	await untilAnswered(world, () => sendReminders(desk));
	for (const { number, wait } of memory.open(now, ({ state }) => state === 'awaiting-customer')) {
		if (wait && isReminded(wait, now)) ledger.reminders.push(`ticket ${number} at ${now}`);
	}
}

/** Request keys that have had their time. */
export async function cleans(world: World): Promise<void> {
	await untilAnswered(world, () => sweepExpired(world.desk));
}
