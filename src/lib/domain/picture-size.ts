/** Width and height in pixels, and whether it moves. */
export type PictureSize = { width: number; height: number; moves: boolean };

/** What the head of a PNG, JPEG or WebP says of the picture; nothing where it says nothing that can be. */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const size = sizeIn(view, mediaType);
		return size && size.width > 0 && size.height > 0 ? size : undefined;
	} catch (error) {
		if (error instanceof RangeError) return undefined; // it ends before it has said so
		throw error;
	}
}

function sizeIn(view: DataView, mediaType: string): PictureSize | undefined {
	switch (mediaType) {
		case 'image/png':
			return { width: view.getUint32(16), height: view.getUint32(20), moves: false };
		case 'image/jpeg':
			return ofJpeg(view);
		case 'image/webp':
			return ofWebp(view);
		default:
			return undefined;
	}
}

/** From the first start of a frame (ITU T.81, B.2.2); C4, C8 and CC are other segments. */
function ofJpeg(view: DataView): PictureSize | undefined {
	for (let at = 2; view.getUint8(at) === 0xff; ) {
		const marker = view.getUint8(at + 1);
		if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
			return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), moves: false };
		}
		// A marker may be filled up with bytes of FF before it.
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
	return undefined;
}

/** One of the three forms of RFC 9649. */
function ofWebp(view: DataView): PictureSize | undefined {
	const low24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
	switch (view.getUint32(12)) {
		case fourCc('VP8 '):
			return {
				width: view.getUint16(26, true) & 0x3fff,
				height: view.getUint16(28, true) & 0x3fff,
				moves: false,
			};
		case fourCc('VP8L'): {
			const packed = view.getUint32(21, true);
			return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1, moves: false };
		}
		case fourCc('VP8X'):
			return { width: low24(24) + 1, height: low24(27) + 1, moves: (view.getUint8(20) & 0x02) !== 0 };
		default:
			return undefined;
	}
}

function fourCc(name: string): number {
	return [...name].reduce((number, sign) => number * 256 + sign.charCodeAt(0), 0);
}
