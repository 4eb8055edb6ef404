import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export type RunAs = { uid: number; gid: number };

/** Runs a program to its end, away from our terminal: a Ctrl-C meant for us must not end it halfway. */
export async function run(program: string, args: string[], as?: RunAs): Promise<string> {
	const child = spawn(program, args, { ...as, cwd: '/', detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	const [[code], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
	if (code !== 0) throw new Error(`${program} ended with ${code}: ${(err || out).trim()}`);
	return out;
}
