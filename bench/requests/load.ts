import { processorMs } from '../processor.ts';

/** How many ask at a time, each waiting for an answer before asking again. */
export const clients = 16;

/** One request; answers why it was refused, if it was. */
export type Ask = () => Promise<string | undefined>;

/** What is asked again and again. */
export type Load = {
	/** The next request of a client; undefined when there is nothing left to ask until all has been made ready again. */
	next(client: number): Ask | undefined;
	/** Makes ready what is asked for, before the first request and whenever there was nothing left; not measured. */
	prepare?(): Promise<void>;
};

/** Whose processor time is told apart; undefined is the process that is not there. */
export type Processes = { app: number | undefined; db: number };

/** Milliseconds of processor time a request, where the system tells; times are milliseconds, in order. */
export type Measured = {
	aSecond: number;
	took: number[];
	appMs: number | undefined;
	dbMs: number | undefined;
	refused: Map<string, number>;
};

/** What is measured while requests run, and stands still while they are prepared. */
type Sum = { ms: number; app: number; db: number; took: number[]; refused: Map<string, number> };

/** Asks for so many seconds without counting, then for so many that count. */
export async function measure(
	load: Load,
	processes: Processes,
	seconds: { warm: number; counted: number },
): Promise<Measured> {
	await run(load, processes, seconds.warm);
	const { ms, app, db, took, refused } = await run(load, processes, seconds.counted);
	const each = (sum: number) => (Number.isNaN(sum) ? undefined : sum / took.length);
	took.sort((a, b) => a - b);
	return { aSecond: took.length / (ms / 1_000), took, appMs: each(app), dbMs: each(db), refused };
}

async function run(load: Load, processes: Processes, seconds: number): Promise<Sum> {
	const sum: Sum = { ms: 0, app: 0, db: 0, took: [], refused: new Map() };
	const nothingLeft = () => sum.took.length + sum.refused.size === 0;
	do {
		await load.prepare?.();
		const [app, db] = await computed(processes);
		const from = performance.now();
		const until = from + seconds * 1_000 - sum.ms;
		await Promise.all(Array.from({ length: clients }, (_, client) => askUntil(until, load, client, sum)));
		sum.ms += performance.now() - from;
		const [appAfter, dbAfter] = await computed(processes);
		sum.app += appAfter - app;
		sum.db += dbAfter - db;
		if (nothingLeft()) throw new Error('There was nothing to ask for.');
	} while (sum.ms < seconds * 1_000);
	return sum;
}

async function askUntil(until: number, load: Load, client: number, { took, refused }: Sum): Promise<void> {
	while (performance.now() < until) {
		const ask = load.next(client);
		if (!ask) return;
		const from = performance.now();
		const why = await ask();
		took.push(performance.now() - from);
		if (why) refused.set(why, (refused.get(why) ?? 0) + 1);
	}
}

/** Not a number where the system does not tell. */
function computed({ app, db }: Processes): Promise<[number, number]> {
	const of = async (pid: number | undefined) => (pid === undefined ? undefined : await processorMs(pid)) ?? Number.NaN;
	return Promise.all([of(app), of(db)]);
}
