import type { Measured } from './load.ts';

/** At most so much processor time of the application a request, and ten times what osTicket does a second on two such cores. */
export const goals: Readonly<Record<string, { appMs: number; aSecond?: number }>> = {
	opened: { appMs: 3, aSecond: 510 },
	taken: { appMs: 3 },
	answered: { appMs: 3, aSecond: 660 },
	'ticket page': { appMs: 3, aSecond: 400 },
	'desk page': { appMs: 3 },
	search: { appMs: 5, aSecond: 720 },
};

/** With how many tickets, what was asked, and by which way. */
export type Line = { tickets: number; what: string; served: Measured; floor: Measured };

/** A table for people; answers whether nothing was refused. */
export function report(lines: Line[], empty: Measured): boolean {
	const rows = lines.map((line) => ({ ...asked(line), ...goalOf(line), ...floorOf(line.floor) }));
	console.table(rows);
	console.log(
		`An empty answer of node:http: ${figure(empty.aSecond, 0)} a second, ${figure(empty.appMs)} ms of its processor time.`,
	);
	if (empty.dbMs === undefined) console.log('Processor times are told by Linux only.');
	const refused = lines.flatMap(({ tickets, what, served, floor }) =>
		[...served.refused, ...floor.refused].map(([why, count]) => `${what} with ${tickets} tickets: ${count} × ${why}`),
	);
	for (const line of refused) console.log(`REFUSED, so that its figures are worth nothing: ${line}`);
	return refused.length === 0;
}

function asked({ tickets, what, served }: Line) {
	const { aSecond, took, appMs, dbMs, refused } = served;
	return {
		tickets,
		what,
		'a second': figure(aSecond, 0),
		'half, ms': figure(at(took, 0.5), 1),
		'99 %': figure(at(took, 0.99), 1),
		'CPU app, ms': figure(appMs),
		'CPU db': figure(dbMs),
		refused: [...refused.values()].reduce((sum, count) => sum + count, 0),
	};
}

function goalOf({ what, served: { aSecond, appMs } }: Line) {
	const goal = goals[what];
	if (!goal) return {};
	const isWithin = appMs === undefined || (appMs <= goal.appMs && aSecond >= (goal.aSecond ?? 0));
	const rate = goal.aSecond ? `, ${goal.aSecond}/s` : '';
	return { goal: `${goal.appMs} ms${rate}`, reached: isWithin ? 'yes' : 'no' };
}

function floorOf({ aSecond, took, dbMs }: Measured) {
	return { 'SQL alone: a second': figure(aSecond, 0), half: figure(at(took, 0.5), 1), 'CPU db ': figure(dbMs) };
}

const figure = (value: number | undefined, digits = 2) => value?.toFixed(digits) ?? '–';

/** `sorted`: in order. */
function at(sorted: number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
