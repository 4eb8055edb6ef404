import { crc32, deflateSync } from 'node:zlib';
import { dotsOf } from './letters.ts';

/** A small drawing in a few colours, written as an indexed PNG (ISO/IEC 15948). Points are [x, y], from the top left. */
export type Picture = {
	fill(colour: string, x: number, y: number, width: number, height: number): void;
	line(colour: string, ...points: readonly (readonly [number, number])[]): void;
	/** One line of text; a letter is 5 × 8 dots of `size` pixels. */
	text(colour: string, words: string, x: number, y: number, size?: number): void;
	png(): Buffer;
};

export function picture(width: number, height: number): Picture {
	const pixels = Buffer.alloc(width * height);
	const palette: string[] = [];
	const indexOf = (colour: string) => {
		if (!palette.includes(colour)) palette.push(colour);
		return palette.indexOf(colour);
	};
	const put = (index: number, x: number, y: number) => {
		if (x >= 0 && x < width && y >= 0 && y < height) pixels[y * width + x] = index;
	};
	const fill: Picture['fill'] = (colour, atX, atY, across, down) => {
		const index = indexOf(colour);
		const [x, y] = [Math.round(atX), Math.round(atY)];
		const [left, right] = [Math.max(x, 0), Math.min(x + across, width)];
		for (let row = Math.max(y, 0); row < Math.min(y + down, height) && left < right; row++)
			pixels.fill(index, row * width + left, row * width + right);
	};
	return {
		fill,
		line(colour, ...points) {
			const index = indexOf(colour);
			for (const [at, [fromX, fromY]] of points.entries()) {
				const [toX, toY] = points[at + 1] ?? [fromX, fromY];
				const steps = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY), 1);
				for (let step = 0; step <= steps; step++) {
					const x = Math.round(fromX + ((toX - fromX) * step) / steps);
					const y = Math.round(fromY + ((toY - fromY) * step) / steps);
					put(index, x, y);
					put(index, x, y + 1);
				}
			}
		},
		text(colour, words, x, y, size = 2) {
			for (const [at, letter] of [...words].entries())
				for (const [column, row] of dotsOf(letter))
					fill(colour, x + (at * 6 + column) * size, y + row * size, size, size);
		},
		png: () => encode(pixels, width, height, palette),
	};
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitDepth = 8;
const indexedColour = 3;

function encode(pixels: Buffer, width: number, height: number, palette: readonly string[]): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([bitDepth, indexedColour], 8);
	// Every row begins with its filter: 0, none.
	const rows = Buffer.alloc((width + 1) * height);
	for (let row = 0; row < height; row++) pixels.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.join(''), 'hex')),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}
