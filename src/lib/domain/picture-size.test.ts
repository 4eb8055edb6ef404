import { expect, test } from 'vitest';
import { pictureSize } from './picture-size.ts';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const png = '89504e470d0a1a0a 0000000d49484452 00000140 00000050 0806000000';
const jpeg = 'ffd8 ffe0 0006 4a464946 ffff c2 0011 08 0050 0140 03';
const riff = (chunk: string, data: string) =>
	`52494646 00000000 57454250 ${Buffer.from(chunk).toString('hex')} 0a000000 ${data}`;

test.each([
	['a PNG', 'image/png', png],
	['a progressive JPEG, behind other segments', 'image/jpeg', jpeg],
	['a WebP with losses', 'image/webp', riff('VP8 ', '300000 9d012a 4001 5000')],
	['a WebP without', 'image/webp', riff('VP8L', '2f 3fc11300')],
	['a WebP with more about it', 'image/webp', riff('VP8X', '10000000 3f0100 4f0000')],
])('%s says how large it is', (_, mediaType, hex) => {
	expect(pictureSize(bytes(hex), mediaType)).toEqual({ width: 320, height: 80, moves: false });
});

test('a WebP says that it moves', () => {
	expect(pictureSize(bytes(riff('VP8X', '12000000 3f0100 4f0000')), 'image/webp')).toMatchObject({ moves: true });
});

test.each([
	['is cut off', 'image/png', png.slice(0, 40)],
	['has no picture in it', 'image/jpeg', 'ffd8 ffd9'],
	['never comes to its picture', 'image/jpeg', 'ffd8 ffe0 0002 ffe0 0002'],
	['has no width', 'image/png', png.replace('00000140', '00000000')],
	['is of another kind', 'image/gif', png],
	['is a WebP of no known form', 'image/webp', riff('VP9 ', '00')],
])('what %s says nothing', (_, mediaType, hex) => {
	expect(pictureSize(bytes(hex), mediaType)).toBeUndefined();
});
