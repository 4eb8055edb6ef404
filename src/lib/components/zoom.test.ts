import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kept, type Point, pinched, type View, whole, zoomed } from './zoom.ts';

const stage = { width: 360, height: 600 };
const picture = { width: 360, height: 270 };
const coordinate = fc.integer({ min: -300, max: 300 });
const point = fc.record({ x: coordinate, y: coordinate });
const view = fc.record({ scale: fc.double({ min: 1, max: 8, noNaN: true }), x: coordinate, y: coordinate });

/** What of the picture lies at a point of the stage. */
const under = ({ scale, x, y }: View, at: { x: number; y: number }) => [(at.x - x) / scale, (at.y - y) / scale];

test('what was pointed at stays under the finger', () => {
	fc.assert(
		fc.property(view, fc.double({ min: 0.1, max: 10, noNaN: true }), point, (before, factor, at) => {
			const [x = 0, y = 0] = under(before, at);
			const [toX, toY] = under(zoomed(before, factor, at), at);
			expect(toX).toBeCloseTo(x, 5);
			expect(toY).toBeCloseTo(y, 5);
		}),
	);
});

test('a picture is never smaller than whole, and never larger than eight times', () => {
	expect(zoomed(whole, 0.1)).toEqual(whole);
	expect(zoomed(whole, 100).scale).toBe(8);
});

test('a picture never leaves the stage: whole it lies in the middle, enlarged it goes as far as its edge', () => {
	expect(kept({ scale: 1, x: 50, y: -80 }, picture, stage)).toEqual({ scale: 1, x: 0, y: -0 });
	expect(kept({ scale: 2, x: 500, y: 500 }, picture, stage)).toEqual({ scale: 2, x: 180, y: 0 });
	expect(kept({ scale: 4, x: -999, y: -999 }, picture, stage)).toEqual({ scale: 4, x: -540, y: -240 });
});

test('two fingers that go apart enlarge what is between them and carry it along', () => {
	const at = (x: number, y: number): Point => ({ x, y });
	const from: [Point, Point] = [at(-10, 0), at(10, 0)];
	expect(pinched(whole, from, [at(-20, 5), at(20, 5)])).toEqual({ scale: 2, x: 0, y: 5 });
	expect(pinched(whole, from, from)).toEqual(whole);
});
