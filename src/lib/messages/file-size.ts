import type { Words } from './words.ts';

/** A size people can picture: 340 kB, 2,4 MB. Decimal units, as operating systems and mail programs show them. */
export function fileSize(bytes: number, words: Words): string {
	const { size } = words.common;
	if (bytes < 1000) return size.bytes(String(bytes));
	if (bytes < 999_500) return size.kilobytes(String(Math.round(bytes / 1000)));
	const megabytes = (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '');
	return size.megabytes(megabytes.replace('.', size.decimalMark));
}
