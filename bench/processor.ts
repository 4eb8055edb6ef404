import { readdir, readFile } from 'node:fs/promises';

/**
 * Milliseconds of processor time that a process and all that it has started have taken, in steps of ten; undefined where the
 * system does not tell (only Linux does).
 */
export async function processorMs(root: number): Promise<number | undefined> {
	const processes = new Map<number, Process>();
	for (const name of await readdir('/proc').catch(() => [])) {
		const found = /^\d+$/.test(name) ? await readProcess(Number(name)) : undefined;
		if (found) processes.set(Number(name), found);
	}
	const top = processes.get(root);
	return top && TICK_MS * (top.buried + ticksOf(root, processes));
}

/** What of a tree is alive. */
function ticksOf(pid: number, processes: Map<number, Process>): number {
	const started = [...processes].filter(([, { parent }]) => parent === pid).map(([child]) => ticksOf(child, processes));
	return (processes.get(pid)?.ticks ?? 0) + started.reduce((sum, ticks) => sum + ticks, 0);
}

/** Linux counts in hundredths of a second wherever Node runs. */
const TICK_MS = 10;

/** `buried`: what processes took that it had started, and that have ended. */
type Process = { parent: number; ticks: number; buried: number };

/** See proc_pid_stat(5); the name of the program, in brackets, may hold anything. */
async function readProcess(pid: number): Promise<Process | undefined> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	if (parent === undefined) return undefined;
	const [user = 0, system = 0, buriedUser = 0, buriedSystem = 0] = rest.slice(9, 13).map(Number);
	return { parent: Number(parent), ticks: user + system, buried: buriedUser + buriedSystem };
}
