import { encode } from 'uqr';
import { base32, keyUri } from './totp.ts';

/** What an app is given: a picture as the path of an SVG, `size` modules wide with its quiet zone, the address it holds, and the key by hand. */
export type ToScan = { size: number; path: string; uri: string; key: string };

/** `origin` is what the app shows the codes to be for. */
export function toScan(secret: Buffer, { username, origin }: { username: string; origin: string }): ToScan {
	const uri = keyUri(secret, { issuer: `Sportello ${new URL(origin).hostname}`, account: username });
	// A quiet zone of four modules, as the standard asks for.
	const { size, data } = encode(uri, { ecc: 'M', border: 4 });
	const key = base32(secret).replaceAll(/(.{4})(?=.)/g, '$1 ');
	return { size, path: data.map(pathOfRow).join(''), uri, key };
}

/** Each run of dark modules as one bar. */
function pathOfRow(row: readonly boolean[], y: number): string {
	const line = row.map((dark) => (dark ? '1' : '0')).join('');
	return [...line.matchAll(/1+/g)]
		.map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
		.join('');
}
