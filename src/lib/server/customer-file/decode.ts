import type { Encoding } from '#lib/domain/customer-file/limits.ts';

export type Decoded = { text: string; encoding: Encoding };

/**
 * The text of a file: UTF-8 or UTF-16 where it says so or can be nothing else, else what old spreadsheets write on Windows. Nothing when it
 * is no text, a workbook for instance. NUL is replaced, since PostgreSQL keeps none.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
	const marked = utf16(bytes);
	if (marked) return cleaned(marked, 'utf-16');
	if (isBinary(bytes)) return undefined;
	try {
		return cleaned(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8');
	} catch {
		return cleaned(new TextDecoder('windows-1252').decode(bytes), 'windows-1252');
	}
}

function utf16(bytes: Uint8Array): string | undefined {
	const [first, second] = bytes;
	const name =
		first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
	return name && new TextDecoder(name).decode(bytes);
}

const cleaned = (text: string, encoding: Encoding) => ({ text: text.replaceAll('\0', '\u{fffd}'), encoding });

/** A text has no NUL near its beginning; a workbook and a picture do. */
function isBinary(bytes: Uint8Array): boolean {
	return bytes.subarray(0, 4_096).includes(0);
}
