import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from './mail-settings.ts';

/**
 * What became of a mail, in the server's words. `accepted`: it is the server's now. `refused`: for good. `deferred`: not now; also where
 * the connection was lost on the way, so that the server may have it all the same. `unable`: nothing can be sent at the moment.
 */
export type Delivery = { outcome: 'accepted' | 'refused' | 'deferred' | 'unable'; answer: string };

/** `secrets`: what of the message the server's answer is kept without, should it repeat any. */
export type Letter = { returnPath: string; to: string; message: Buffer; secrets: readonly string[] };

export type Session = {
	/** Whether another mail can go the same way. */
	isReady(): Promise<boolean>;
	send(letter: Letter): Promise<Delivery>;
	close(): void;
};

/** The server cannot be reached, or will not have us; its message never carries our password. */
export class ServerUnable extends Error {}

/** Ms. The last is long, since whoever gives up there may send a second time what was accepted (RFC 5321, 4.5.3.2.6; RFC 1047). */
export type Patience = { connecting: number; beforeTheEnd: number; afterTheEnd: number };
const patience: Patience = { connecting: 60_000, beforeTheEnd: 120_000, afterTheEnd: 600_000 };
/** No run of the job may be longer than what it has claimed the mail for. */
export const longestDelivery = { minutes: 15 };

/** Connects, starts TLS (verified; without it nothing is said) and logs in. Throws `ServerUnable`. */
export async function connect(server: SmtpServer, name: string, times = patience): Promise<Session> {
	const connection = new SMTPConnection({
		...{ host: server.host, port: server.port, name },
		secure: server.tls === 'from-start',
		requireTLS: server.tls === 'starttls',
		ignoreTLS: server.tls === 'none',
		tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(server.ca && { ca: server.ca }) },
		...{ connectionTimeout: times.connecting, greetingTimeout: times.connecting, dnsTimeout: times.connecting },
		...{ socketTimeout: times.afterTheEnd, socketCloseTimeout: 0, maxResponseSize: 64 * 1024 },
	});
	const words = wordsWithout(server.login);
	let used = false;
	let broken: Error | undefined;
	const ended = new Promise<never>((_, reject) => {
		const end = (error: Error) => {
			broken ??= error;
			reject(broken);
		};
		connection.on('error', end);
		connection.on('end', () => end(new Error('The connection was closed.')));
	});
	ended.catch(() => undefined);
	const within = <Value>(work: Promise<Value>) => Promise.race([work, ended]);
	const late = setTimeout(() => connection.close(), times.connecting);
	try {
		await within(called((done) => connection.connect(done)));
		const { login } = server;
		if (login)
			await within(called<boolean>((done) => connection.login({ user: login.user, pass: login.password }, done)));
	} catch (error) {
		connection.close();
		throw new ServerUnable(words(error));
	} finally {
		clearTimeout(late);
	}
	return {
		async isReady() {
			if (!used || broken) return !broken;
			const late = setTimeout(() => connection.close(), times.connecting);
			return within(called<boolean>((done) => connection.reset(done)))
				.then(() => true)
				.catch(() => false)
				.finally(() => clearTimeout(late));
		},
		async send(letter) {
			used = true;
			const stages = new Stages(connection, times);
			try {
				const { response } = await within(
					called<{ response?: string }>((done) =>
						connection.send({ from: letter.returnPath, to: letter.to, use8BitMime: false }, stages.read(letter), done),
					),
				);
				return { outcome: 'accepted', answer: words(response ?? '', letter.secrets) };
			} catch (error) {
				// Whatever it was said to: another mail begins on a connection of its own.
				broken ??= error instanceof Error ? error : new Error(String(error));
				connection.close();
				return { outcome: outcomeOf(error), answer: words(error, letter.secrets) };
			} finally {
				stages.over();
			}
		},
		close() {
			broken ??= new Error('We closed it.');
			connection.quit();
		},
	};
}

/** How long a delivery may take: not long while it can be broken off without harm, long once the server has all of it. */
class Stages {
	readonly #connection: SMTPConnection;
	readonly #times: Patience;
	#late: NodeJS.Timeout;

	constructor(connection: SMTPConnection, times: Patience) {
		this.#connection = connection;
		this.#times = times;
		this.#late = setTimeout(() => connection.close(), times.beforeTheEnd);
	}

	/** The message as a stream, so that its end is seen. */
	read({ message }: Letter): Readable {
		return Readable.from([message]).once('end', () => {
			clearTimeout(this.#late);
			this.#late = setTimeout(() => this.#connection.close(), this.#times.afterTheEnd);
		});
	}

	over(): void {
		clearTimeout(this.#late);
	}
}

function called<Value = void>(call: (done: (error?: Error | null, value?: Value) => void) => void): Promise<Value> {
	return new Promise((resolve, reject) => {
		call((error, value) => (error ? reject(error) : resolve(value as Value)));
	});
}

type Refusal = { code?: string; command?: string; responseCode?: number };

function outcomeOf(error: unknown): Delivery['outcome'] {
	const { code, command, responseCode = 0 } = error as Refusal;
	// An address that cannot be said to this server, or a mail larger than it takes, before anything was said.
	if (responseCode === 0)
		return (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'CONN' ? 'refused' : 'deferred';
	if (command === 'MAIL FROM' && responseCode >= 500 && responseCode !== 552) return 'unable';
	return responseCode >= 500 ? 'refused' : 'deferred';
}

/** At most so much of what a server says is kept. */
const longestAnswer = 500;

/** What was said, on one line, without the password, in whatever form it went to the server, or might come back from it. */
function wordsWithout(login: SmtpServer['login']) {
	const { user = '', password = '' } = login ?? {};
	const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');
	const misread = Buffer.from(password).toString('latin1');
	const own = [password, misread, encodeURIComponent(password), base64(password), base64(`\0${user}\0${password}`)];
	return (said: unknown, others: readonly string[] = []): string => {
		const { response } = said as { response?: string };
		const text = response || (said instanceof Error ? said.message : String(said));
		const clean = [...own, ...others].filter(Boolean).reduce((words, secret) => words.replaceAll(secret, '***'), text);
		return clean
			.replace(/[\p{Cc}\s]+/gu, ' ')
			.trim()
			.slice(0, longestAnswer);
	};
}
