import { size } from '../house.ts';
import { runs, type Timed } from './explain.ts';

const limitMs = 2;
/** What searches, by whose tickets: of the largest customer there is, and of one of the many with some 50; of all for the desk. */
const searchLimitsMs: Record<string, number> = {
	'of the large customer': 20,
	'of a usual customer': 5,
	'of the desk': 20,
	'of staff': 20,
};

/** Prints the slowest query behind each, and each that is too slow; answers whether none is. */
export function report(timed: Timed[]): boolean {
	console.log(
		`\n${size.tickets} tickets, ${size.queued} queued; the slowest query behind each, best of ${runs}, limit ${limitMs} ms\n`,
	);
	for (const [asked, queries] of Map.groupBy(timed, (query) => query.asked)) {
		const slowest = queries.reduce((a, b) => (milliseconds(b) > milliseconds(a) ? b : a));
		const { planning, execution } = slowest;
		const total = milliseconds(slowest).toFixed(2).padStart(6);
		console.log(
			`${total} ms = ${planning.toFixed(2)} planning + ${execution.toFixed(2)} execution  ${asked} (${queries.length} queries)`,
		);
	}
	const slow = timed.filter((query) => milliseconds(query) > limitOf(query));
	for (const query of slow)
		console.log(`\n${query.asked}: ${milliseconds(query).toFixed(2)} ms is too slow:\n${query.sql}`);
	return slow.length === 0;
}

/** Planning counts: the product has every query planned as it is sent. */
function milliseconds({ planning, execution }: Timed): number {
	return planning + execution;
}

function limitOf({ asked }: Timed): number {
	if (!asked.startsWith('search ')) return limitMs;
	return Object.entries(searchLimitsMs).find(([whose]) => asked.includes(whose))?.[1] ?? limitMs;
}
