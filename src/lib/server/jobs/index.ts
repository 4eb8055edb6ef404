import type { TaskList } from 'graphile-worker';
import type { Desk } from '../desk.ts';
import { prove } from '../use-cases/prove.ts';
import { recordLapses } from '../use-cases/record-lapses.ts';
import { sendReminders } from '../use-cases/remind.ts';
import { sweepExpired } from '../use-cases/sweep-expired.ts';

/** Payload in, use-case called; nothing else. */
export function tasks(desk: Desk): TaskList {
	return {
		prove: async () => void (await prove(desk)),
		'record-lapses': async () => void (await recordLapses(desk)),
		'send-reminders': async () => void (await sendReminders(desk)),
		'sweep-expired': async () => sweepExpired(desk),
	};
}

/** When they run, as graphile-worker's crontab; what holds by time holds without them. */
export const crontab = `
* * * * * record-lapses ?max=1
* * * * * send-reminders ?max=1
* * * * * prove ?max=1
17 * * * * sweep-expired ?max=1
`;
