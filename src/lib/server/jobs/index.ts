import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { type Mailing, sendMail } from '../mail/send-mail.ts';
import { carryOutImport } from '../use-cases/carry-out-import.ts';
import { carryOutIssuing } from '../use-cases/carry-out-issuing.ts';
import { prove } from '../use-cases/prove.ts';
import { recordLapses } from '../use-cases/record-lapses.ts';
import { sendReminders } from '../use-cases/remind.ts';
import { remindActivations } from '../use-cases/remind-activations.ts';
import { sweepExpired } from '../use-cases/sweep-expired.ts';

/** Payload in, use-case called; nothing else. Without `mailing` mail is written and kept. */
export function tasks(desk: Desk, mailing?: Mailing): TaskList {
	return {
		'carry-out-import': async (payload) => carryOutImport(desk, importPayload.parse(payload).import),
		'issue-credentials': async (payload) => carryOutIssuing(desk, issuingPayload.parse(payload).issuing),
		prove: async () => void (await prove(desk)),
		'record-lapses': async () => void (await recordLapses(desk)),
		'remind-activations': async () => void (await remindActivations(desk)),
		'send-reminders': async () => void (await sendReminders(desk)),
		'send-mail': async (_, { abortSignal }) => void (mailing && (await sendMail(desk, mailing, abortSignal))),
		'sweep-expired': async () => sweepExpired(desk),
	};
}

/** One at a time in the whole house, and one more at most that waits for its turn. */
export const sendingMail = { task: 'send-mail', key: 'send-mail', queue: 'mail' };
const importPayload = z.object({ import: z.number() });
const issuingPayload = z.object({ issuing: z.number() });

/** When they run, as graphile-worker's crontab; what holds by time holds without them. */
export const crontab = `
* * * * * record-lapses ?max=1
* * * * * send-reminders ?max=1
* * * * * prove ?max=1
* * * * * send-mail ?max=1&jobKey=send-mail&queue=mail
7 * * * * remind-activations ?max=1
17 * * * * sweep-expired ?max=1
`;
