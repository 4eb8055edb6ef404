import type { DayFigures } from '#lib/server/queries/day-figures.ts';

/** The hours a desk usually is open, which the picture shows however little has happened. */
const usually = { from: 8, until: 18 };
/** So many in an hour fill half the picture at least, so that one ticket does not look like a rush. */
const fewest = 4;

/** Of the picture, in its own units: how wide an hour is, and how high arrivals stand over the line and takings hang below it. */
export const hourWide = 24;
export const half = 40;

/** Arrivals stand on a line, takings hang from it: two paths, and the hours that are named under it. */
export type HoursDrawn = { from: number; until: number; arrived: string; taken: string };

export function drawHours(hours: DayFigures['hours']): HoursDrawn {
	const from = Math.min(usually.from, ...hours.map(({ hour }) => hour));
	const until = Math.max(usually.until, ...hours.map(({ hour }) => hour + 1));
	const most = Math.max(fewest, ...hours.flatMap(({ arrived, taken }) => [arrived, taken]));
	const bars = (count: (of: DayFigures['hours'][number]) => number, down: 1 | -1) =>
		hours
			.filter((of) => count(of) > 0)
			.map((of) => {
				const high = Math.max(2, Math.round((count(of) / most) * half)) * down;
				return `M${(of.hour - from) * hourWide + 4} ${half + 1 + down}v${high}h${hourWide - 8}v${-high}z`;
			})
			.join('');
	return { from, until, arrived: bars(({ arrived }) => arrived, -1), taken: bars(({ taken }) => taken, 1) };
}
