import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { SmtpServer } from '#platform/mail-settings.ts';

/** What came for one recipient: the envelope, and the message as it was before dots were doubled. */
export type Received = { from: string; to: string; message: string };

/** At which point of a session the server may answer otherwise. `data` is before the message, `end` after its last dot. */
export type Point = 'greeting' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'end';

/**
 * What it does at a point instead of going on: says something, hangs, goes on for ever with a word at a time, cuts the connection;
 * `keep-and-cut` takes the message in and does not say so.
 */
export type Whim = string | 'hang' | 'drip' | 'cut' | 'keep-and-cut';

/** A mail server that does as the test says, by real TCP. */
export async function smtpServer() {
	const received: Received[] = [];
	const sockets = new Set<Socket>();
	const server = {
		received,
		/** Asked at each point, with the recipient where there is one, and with what was said so far: the command, or the message. */
		whim: (_point: Point, _to: string, _said: string): Whim | undefined => undefined,
		sessions: 0,
		extensions: ['PIPELINING', 'SMTPUTF8', '8BITMIME'],
		address: { host: '127.0.0.1', port: 0, tls: 'none' } as SmtpServer,
		async close() {
			for (const socket of sockets) socket.destroy();
			tcp.close();
			await once(tcp, 'close');
		},
	};
	const tcp = createServer((socket) => {
		server.sessions += 1;
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => undefined);
		converse(socket, server);
	});
	tcp.listen(0, '127.0.0.1');
	await once(tcp, 'listening');
	server.address.port = (tcp.address() as AddressInfo).port;
	return server;
}

type Server = Awaited<ReturnType<typeof smtpServer>>;

function converse(socket: Socket, server: Server): void {
	let [from, to, rest, message] = ['', '', '', undefined as string | undefined];
	/** Whether it goes on as it should. */
	const at = (point: Point, said = message ?? ''): boolean => {
		const whim = server.whim(point, to, said);
		if (whim === undefined) return true;
		if (whim === 'cut') socket.destroy();
		else if (whim === 'drip') drip(socket);
		else if (whim === 'keep-and-cut') {
			server.received.push({ from, to, message: message ?? '' });
			socket.destroy();
		} else if (whim !== 'hang') socket.write(`${whim}\r\n`);
		return false;
	};
	const say = (words: string) => socket.write(`${words}\r\n`);
	const command = (line: string) => {
		const argument = /<(.*)>/.exec(line)?.[1] ?? '';
		const verb = line.slice(0, 4).toUpperCase();
		if (verb === 'EHLO') {
			if (at('ehlo'))
				say([...server.extensions.map((name) => `250-${name}`), '250 HELP'].join('\r\n').replace(/^/, '250-test\r\n'));
		} else if (verb === 'AUTH') {
			if (at('auth', line)) say('235 2.7.0 welcome');
		} else if (verb === 'MAIL') {
			from = argument;
			if (at('mail')) say('250 2.1.0 ok');
			else from = '';
		} else if (verb === 'RCPT') {
			if (!from) return say('503 5.5.1 nobody to send it from');
			to = argument;
			if (at('rcpt')) say('250 2.1.5 ok');
			else to = '';
		} else if (verb === 'DATA') {
			if (!to) return say('554 5.5.1 nobody to send it to');
			if (!at('data')) return;
			message = '';
			say('354 go on');
		} else if (verb === 'QUIT') socket.end('221 bye\r\n');
		else say('250 ok');
	};
	const lineIn = (line: string) => {
		if (message === undefined) return command(line);
		if (line !== '.') {
			message += `${line.replace(/^\.\./, '.')}\r\n`;
			return;
		}
		if (at('end')) {
			server.received.push({ from, to, message });
			say('250 2.0.0 queued as 4711');
		}
		message = undefined;
	};
	if (at('greeting')) say('220 test ESMTP');
	socket.setEncoding('utf8').on('data', (chunk) => {
		const lines = `${rest}${chunk}`.split('\r\n');
		rest = lines.pop() ?? '';
		lines.forEach(lineIn);
	});
}

/** A letter every now and then: somebody is there, and never comes to the point. */
function drip(socket: Socket): void {
	const timer = setInterval(() => socket.write('2'), 20);
	socket.on('close', () => clearInterval(timer));
}

/** The header of that name, unfolded; of several the first. */
export function header({ message }: Received, name: string): string | undefined {
	const [head = ''] = message.split('\r\n\r\n', 1);
	const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
	return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1];
}

/** What is written to those who read no HTML. */
export function plain({ message }: Received): string {
	const [, body = ''] = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(message) ?? [];
	return body.replace(/=\r\n/g, '').replaceAll('=3D', '=').trim();
}
