/** The Content-Disposition of a file (RFC 6266): its name in UTF-8 (RFC 8187), and in ASCII for what cannot read that. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
	const ascii = name
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^ !#$&-~]|[\\%]/gu, '_');
	return `${kind}; filename="${ascii}"; filename*=UTF-8''${extValue(name)}`;
}

/** RFC 8187, section 3.2.1: all but `attr-char` is percent-encoded; `encodeURIComponent` leaves four more as they are. */
function extValue(name: string): string {
	return encodeURIComponent(name.toWellFormed()).replaceAll(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
