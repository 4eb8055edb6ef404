const here = 'http://here.invalid';

/** Where a link to ourselves leads, as a path; nothing when it leads elsewhere, whatever way a browser may read it. */
export function localPath(link: string | null | undefined): string | undefined {
	const url = link?.startsWith('/') ? URL.parse(link, here) : null;
	// `/.//elsewhere.example` is ours until it is made a path again, which then names a host.
	if (url?.origin !== here || url.pathname.startsWith('//')) return undefined;
	return url.pathname + url.search + url.hash;
}
