const rasterImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** Whether a file of this media type is shown in the page. Every other one, SVG and HTML above all, is only ever downloaded. */
export function isPicture(mediaType: string): boolean {
	return rasterImages.has(mediaType);
}
