import { Agent, request } from 'node:http';
import { clients } from './load.ts';

/** Connections stay open from one request to the next, as browsers keep them. */
const agent = new Agent({ keepAlive: true, maxSockets: clients });

export type Answer = { status: number; location: string; body: string };

/** `files`: whether it has a field for files, which is left empty. */
export type Form = { fields: Readonly<Record<string, string>>; files: boolean };

/** What a browser without scripts sends; a form goes with its origin. */
export function ask(origin: string, path: string, cookie: string, form?: Form): Promise<Answer> {
	const sent = form && encoded(form);
	const headers = { cookie, accept: 'text/html', 'accept-language': 'it' };
	const posted = sent && { origin, 'content-type': sent.type, 'content-length': Buffer.byteLength(sent.body) };
	return new Promise((done, fail) => {
		const options = { method: sent ? 'POST' : 'GET', agent, headers: { ...headers, ...posted } };
		const asked = request(origin + path, options, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('error', fail);
			answer.on('end', () => {
				const { statusCode: status = 0, headers } = answer;
				done({ status, location: headers.location ?? '', body: Buffer.concat(chunks).toString() });
			});
		});
		// The server had just let go of a connection that was idle for long; the request key lets a form be sent again.
		const again = () => ask(origin, path, cookie, form).then(done, fail);
		asked.on('error', (error) => (asked.reusedSocket ? again() : fail(error)));
		asked.end(sent?.body);
	});
}

/** Lets go of every connection. */
export const disconnect = () => agent.destroy();

const boundary = '----WebKitFormBoundarySportello';
const noFile = 'name="files"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n';

function encoded({ fields, files }: Form): { type: string; body: string } {
	if (!files) return { type: 'application/x-www-form-urlencoded', body: String(new URLSearchParams(fields)) };
	const pairs = Object.entries(fields).map(([name, value]) => `name="${name}"\r\n\r\n${value}`);
	const parts = [...pairs, noFile].map((part) => `--${boundary}\r\nContent-Disposition: form-data; ${part}\r\n`);
	return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` };
}
