import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CannotStart } from './cannot-start.ts';
import type { Configuration } from './configuration.ts';
import { markProvenance, provenanceHeaders } from './proxy.ts';
import { securityHeaders } from './security-headers.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type Web = {
	server: Server;
	/** From now on requests are answered; those that came earlier have waited. */
	answerWith(handler: Handler): void;
	/** Takes no new request and waits for the open ones, at most until `hurry` is called. */
	close(): Promise<void>;
	hurry(): void;
};

const UPLOAD_PATIENCE_MS = 15 * 60_000;

/** Listens at once, so that a taken port is known before anything else is touched; requests wait for `answerWith`. */
export async function listen(configuration: Configuration): Promise<Web> {
	const { promise: handler, resolve } = Promise.withResolvers<Handler>();
	const server = createServer({ requestTimeout: UPLOAD_PATIENCE_MS }, async (request, response) => {
		const { protocol } = markProvenance(request, configuration);
		response.setHeaders(securityHeaders(protocol));
		(await handler)(request, response, () => response.writeHead(404).end());
	});
	await bind(server, configuration);

	return {
		server,
		answerWith: resolve,
		close: () =>
			new Promise((done) => {
				// A connection that has just had its answer would otherwise stay open for the next request.
				const sweep = setInterval(() => server.closeIdleConnections(), 50);
				server.close(() => done(clearInterval(sweep)));
			}),
		hurry: () => server.closeAllConnections(),
	};
}

async function bind(server: Server, { port, host }: Configuration): Promise<void> {
	await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done)).catch((cause) => {
		throw refusalOf(cause, port, host);
	});
}

function refusalOf(error: NodeJS.ErrnoException, port: number, host: string): Error {
	const options = { cause: error };
	switch (error.code) {
		case 'EADDRINUSE':
			return new CannotStart(
				`Port ${port} of ${host} is taken by another program.`,
				`End that program, or choose another port: PORT=${port + 1} npm start.`,
				options,
			);
		case 'EACCES':
			return new CannotStart(`This user may not listen on port ${port}.`, 'Choose a PORT from 1024 on.', options);
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return new CannotStart(
				`HOST ${host} is not an address of this machine.`,
				'Choose 127.0.0.1 or 0.0.0.0.',
				options,
			);
		default:
			return error;
	}
}

const BUILT = new URL('../../build/handler.js', import.meta.url);

/** The built application. Call `provide` first: it asks for what it needs as it loads. */
export async function loadHandler(): Promise<Handler> {
	Object.assign(process.env, {
		NODE_ENV: 'production',
		PROTOCOL_HEADER: provenanceHeaders.protocol,
		HOST_HEADER: provenanceHeaders.host,
		ADDRESS_HEADER: provenanceHeaders.address,
		// Forms limit themselves as they stream in, and say in words what is too large. Cutting the body off here would lose what
		// was typed, and spare nothing: SvelteKit reads it to the end in any case.
		BODY_SIZE_LIMIT: 'Infinity',
	});
	const { handler } = (await import(BUILT.href)) as { handler: Handler };
	return handler;
}
