import { mailChannel } from '#lib/server/db/mail-queue.ts';
import { sendingMail } from '#lib/server/jobs/index.ts';
import type { Mailing } from '#lib/server/mail/send-mail.ts';
import type { Configuration } from '#platform/configuration.ts';
import type { Logger } from '#platform/logging.ts';
import { type Listening, listenOn } from '#platform/notifications.ts';
import { connect } from '#platform/smtp.ts';
import type { Worker } from '#platform/worker.ts';

/** What an act writes to several people goes out in one run. */
const GATHERING_MS = 500;

/** How mail leaves this house; nothing where no server is set and it is only kept. */
export function mailingOf({ mail, origin }: Configuration, logger: Logger): Mailing | undefined {
	if (!mail) return undefined;
	const { server, from, returnPath, perHour } = mail;
	return { from, returnPath, perHour, origin, logger, connect: () => connect(server, from.domain) };
}

/** Asks for a run soon after mail was written, which otherwise would wait for the next minute. */
export function sendAsWritten(worker: Worker, { url, name, logger }: Listener): Listening {
	let asked: NodeJS.Timeout | undefined;
	const ask = () => {
		asked = undefined;
		worker.ask(sendingMail).catch((err) => logger.warn({ err }, 'mail goes out with the next minute only'));
	};
	const soon = () => {
		asked ??= setTimeout(ask, GATHERING_MS);
	};
	// What a connection that broke did not hear goes out with the next minute.
	const listening = listenOn(url, mailChannel, { name, onListening: soon, onNotice: soon, onLost: () => undefined });
	return {
		async close() {
			clearTimeout(asked);
			await listening.close();
		},
	};
}

type Listener = { url: string; name: string; logger: Logger };
