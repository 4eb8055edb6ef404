/** How a picture lies on its stage: enlarged so many times, its middle moved from the stage's by so many pixels. */
export type View = { scale: number; x: number; y: number };
export type Point = { x: number; y: number };
export type Size = { width: number; height: number };

export const whole: View = { scale: 1, x: 0, y: 0 };
const largest = 8;

/** Enlarged by `factor` so that what lies at `point`, counted from the stage's middle, stays there. */
export function zoomed(view: View, factor: number, point: Point = { x: 0, y: 0 }): View {
	const scale = Math.min(Math.max(view.scale * factor, 1), largest);
	const by = scale / view.scale;
	return { scale, x: point.x - (point.x - view.x) * by, y: point.y - (point.y - view.y) * by };
}

/** Moved back as far as is needed for none of the stage to be left empty that the picture could cover; `picture` is its size unenlarged. */
export function kept(view: View, picture: Size, stage: Size): View {
	const most = (side: keyof Size) => Math.max((picture[side] * view.scale - stage[side]) / 2, 0);
	const within = (value: number, limit: number) => Math.min(Math.max(value, -limit), limit);
	return { scale: view.scale, x: within(view.x, most('width')), y: within(view.y, most('height')) };
}

/** What two fingers do that go from one pair of points to another. */
export function pinched(view: View, [a, b]: [Point, Point], [c, d]: [Point, Point]): View {
	const before = middle(a, b);
	const after = middle(c, d);
	const grown = zoomed(view, distance(c, d) / Math.max(distance(a, b), 1), before);
	return { ...grown, x: grown.x + after.x - before.x, y: grown.y + after.y - before.y };
}

function middle(a: Point, b: Point): Point {
	return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

export function distance(a: Point, b: Point): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}
