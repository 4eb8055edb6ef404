import { crc32, deflateSync } from 'node:zlib';

/** A picture that a browser shows: stripes of two greys. */
export function png(width: number, height: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.writeUInt8(8, 8); // bits a pixel; grey
	const rows = Buffer.alloc((width + 1) * height);
	for (let row = 0; row < height; row++) {
		rows.fill(row % 40 < 20 ? 0xb4 : 0xe0, row * (width + 1) + 1, (row + 1) * (width + 1));
	}
	const signature = Buffer.from('89504e470d0a1a0a', 'hex');
	return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
