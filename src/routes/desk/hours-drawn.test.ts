import { expect, test } from 'vitest';
import { drawHours } from './hours-drawn.ts';

test('arrivals stand on the line, takings hang from it, the hour with most fills its half', () => {
	const drawn = drawHours([
		{ hour: 9, arrived: 8, taken: 2 },
		{ hour: 10, arrived: 0, taken: 4 },
	]);
	expect(drawn).toEqual({
		from: 8,
		until: 18,
		arrived: 'M28 40v-40h16v40z',
		taken: 'M28 42v10h16v-10zM52 42v20h16v-20z',
	});
});

test('hours outside the usual ones widen it, and little does not look like much', () => {
	const drawn = drawHours([
		{ hour: 6, arrived: 1, taken: 0 },
		{ hour: 22, arrived: 0, taken: 1 },
	]);
	expect(drawn).toEqual({ from: 6, until: 23, arrived: 'M4 40v-10h16v10z', taken: 'M388 42v10h16v-10z' });
	expect(drawHours([])).toEqual({ from: 8, until: 18, arrived: '', taken: '' });
});
