import type { Logo } from '#lib/domain/logo.ts';
import type { Fields, Upload } from '#lib/server/forms/read-form.ts';
import { readLogo } from '#lib/server/logo.ts';
import type { Blobs } from '#platform/blobs.ts';

/** A logo as a page shows it. */
export type ShownLogo = { src: string; width: number; height: number };

/** What the form says of the logo: the file that came with it, else the one it names, unless there is to be none. */
export function logoIn({ logo, withoutLogo }: Fields, uploads: readonly Upload[]): string {
	const [upload] = uploads;
	if (upload) return upload.sha256.toString('hex');
	return withoutLogo === undefined ? ([logo].flat()[0] ?? '') : '';
}

/** The one everybody sees, at its own address. */
export function publicLogo({ sha256, width, height }: Logo): ShownLogo {
	return { src: `/logo/${sha256}`, width, height };
}

/** One that nobody else sees yet, whole in the page; nothing where it cannot be one. */
export async function logoAsData(blobs: Blobs, sha256: unknown): Promise<ShownLogo | undefined> {
	const read = typeof sha256 === 'string' && sha256 !== '' ? await readLogo(blobs, sha256) : undefined;
	if (!read?.ok) return undefined;
	const { logo, bytes } = read.value;
	return {
		src: `data:${logo.mediaType};base64,${bytes.toString('base64')}`,
		width: logo.width,
		height: logo.height,
	};
}
