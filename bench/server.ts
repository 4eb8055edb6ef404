import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own. */
export type Server = { origin: string; pid: number; stop(): Promise<void> };

/** The built application on a database, as `npm start` runs it, with its log thrown away. */
export async function startApplication(databaseUrl: string, folder: string, logLevel = 'info'): Promise<Server> {
	const DATA_DIR = join(folder, 'data');
	return started(['src/main.ts'], { DATABASE_URL: databaseUrl, DATA_DIR, LOG_LEVEL: logLevel }, '/readyz');
}

/** What answers with nothing, as fast as Node can. */
export function startEmpty(): Promise<Server> {
	const source = "require('node:http').createServer((_, answer) => answer.end()).listen(process.env.PORT, '127.0.0.1')";
	return started(['-e', source], {}, '/');
}

async function started(program: string[], settings: Record<string, string>, asked: string): Promise<Server> {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const child = spawn(process.execPath, program, {
		env: { ...process.env, ...settings, PORT: String(port) },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	while (!(await answers(origin + asked))) {
		if (hasEnded(child)) throw new Error('The server did not start.');
		await sleep(50);
	}
	return {
		origin,
		pid: child.pid ?? 0,
		async stop() {
			child.kill('SIGTERM');
			if (!hasEnded(child)) await once(child, 'exit');
		},
	};
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

const answers = (address: string) =>
	fetch(address).then(
		({ ok }) => ok,
		() => false,
	);

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
