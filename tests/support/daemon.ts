import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A folder for one server of a test, which whoever the server runs as may enter. */
export function folderFor(name: string): string {
	return mkdtempSync(join(tmpdir(), `sportello-${name}-`));
}

/** Runs a server of Debian's in the foreground, and waits until it listens; `leftBehind` are files a killed one would stumble over. */
export async function runDaemon(command: string, args: string[], port: number, leftBehind: string[] = []) {
	const begin = () => spawn(command, args, { stdio: 'ignore' });
	let master = begin();
	const tell = (signal: NodeJS.Signals) => {
		for (const pid of [master.pid, ...descendantsOf(master.pid)]) if (pid !== undefined) kill(pid, signal);
	};
	await answers(port);
	return {
		async start(): Promise<void> {
			master = begin();
			await answers(port);
		},
		/** Every process of it at once, as when its machine fails. */
		async stop(): Promise<void> {
			if (master.exitCode !== null || master.signalCode !== null) return;
			const ended = once(master, 'exit');
			tell('SIGKILL');
			await ended;
			for (const file of leftBehind) rmSync(file, { force: true });
		},
		/** Connections are taken, and no word is said. */
		pause: () => tell('SIGSTOP'),
		goOn: () => tell('SIGCONT'),
	};
}

/** Servers of mail give up root's rights: whom they become, and whom we are where we have none to give up. */
export function serverUser(instead: string): { name: string; group: string; uid: number; gid: number } {
	const id = (...what: string[]) => execFileSync('id', what, { encoding: 'utf8' }).trim();
	const name = process.getuid?.() === 0 ? instead : id('-un');
	return { name, group: id('-gn', name), uid: Number(id('-u', name)), gid: Number(id('-g', name)) };
}

export function giveTo({ name, group }: { name: string; group: string }, path: string): void {
	if (process.getuid?.() === 0) execFileSync('chown', ['-R', `${name}:${group}`, path]);
}

/** A certificate for localhost that vouches for itself: `key.pem` and `certificate.pem` in the folder; answers the latter. */
export function certify(folder: string): string {
	const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
	const about = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
	const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', certificate];
	execFileSync('openssl', ['req', '-x509', ...made, ...about], { stdio: 'ignore' });
	return readFileSync(certificate, 'utf8');
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

async function answers(port: number): Promise<void> {
	for (let tries = 0; tries < 200; tries++) {
		const socket = connect(port, '127.0.0.1');
		const isThere = await Promise.race([
			once(socket, 'connect').then(() => true),
			once(socket, 'error').then(() => false),
		]).catch(() => false);
		socket.destroy();
		if (isThere) return;
		await sleep(50);
	}
	throw new Error(`Nothing listens on port ${port}: the server's log is beside its settings.`);
}

function kill(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(pid, signal);
	} catch (error) {
		// It has ended in the meantime.
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

function descendantsOf(parent: number | undefined): number[] {
	const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	const children = pids.filter((pid) => parentOf(pid) === parent).map(Number);
	return [...children, ...children.flatMap(descendantsOf)];
}

function parentOf(pid: string): number | undefined {
	try {
		return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
	} catch {
		return undefined; // it has ended in the meantime
	}
}
