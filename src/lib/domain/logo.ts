import { done, type Outcome, refused } from './outcome.ts';
import { pictureSize } from './picture-size.ts';

/** The organisation's sign, which stands where pages name it; the file is kept by its hash (hexadecimal). */
export type Logo = { sha256: string; mediaType: string; width: number; height: number };

/** Bytes of the file, and pixels of either side. */
export const logoLimits = { bytes: 256 * 1024, side: 2000 } as const;

/** SVG is not among them: it is a document that can hold scripts and fetch from elsewhere (docs/decisions/2026-11-23-logo.md). */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

export type LogoRefusal =
	| { reason: 'logo-gone' }
	| { reason: 'logo-not-a-picture' }
	| { reason: 'logo-moves' }
	| { reason: 'logo-too-large'; bytes: number; side: number };

/** `mediaType` as it was found from the content. */
export function logoOf(bytes: Uint8Array, mediaType: string): Outcome<Omit<Logo, 'sha256'>, LogoRefusal> {
	// What a GIF or an animated PNG is called.
	if (mediaType === 'image/gif' || mediaType === 'image/apng') return refused({ reason: 'logo-moves' });
	const size = logoTypes.some((type) => type === mediaType) ? pictureSize(bytes, mediaType) : undefined;
	if (!size) return refused({ reason: 'logo-not-a-picture' });
	const { width, height, moves } = size;
	if (moves) return refused({ reason: 'logo-moves' });
	if (bytes.length > logoLimits.bytes || Math.max(width, height) > logoLimits.side) {
		return refused({ reason: 'logo-too-large', ...logoLimits });
	}
	return done({ mediaType, width, height });
}
