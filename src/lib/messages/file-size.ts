import type { Words } from './words.ts';

const kilo = 1024;
const mega = kilo * kilo;

/** A size people can picture, as file managers show it: 340 kB, 2,4 MB. */
export function fileSize(bytes: number, words: Words): string {
	const { size } = words.common;
	if (bytes < kilo) return size.bytes(String(bytes));
	if (Math.round(bytes / kilo) < kilo) return size.kilobytes(String(Math.round(bytes / kilo)));
	const megabytes = (bytes / mega).toFixed(1).replace(/\.0$/, '');
	return size.megabytes(megabytes.replace('.', size.decimalMark));
}

export function wholeMegabytes(bytes: number): number {
	return Math.floor(bytes / mega);
}
