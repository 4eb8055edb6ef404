import { refreshAll } from '$app/navigation';

/**
 * Reads the page again though nobody asked for it, and says so: an idle session does not last by it. SvelteKit sends no header of
 * ours with what it asks for by itself, but takes `fetch` as it finds it.
 */
export async function readUnattended(): Promise<void> {
	const plain = window.fetch;
	const unattended: typeof fetch = (asked, init) => {
		const isData = typeof asked === 'string' && new URL(asked, location.href).pathname.endsWith('__data.json');
		if (!isData) return plain(asked, init);
		const headers = new Headers(init?.headers);
		headers.set('x-read-again', 'unattended');
		return plain(asked, { ...init, headers });
	};
	window.fetch = unattended;
	try {
		await refreshAll();
	} finally {
		// Unless somebody has put another in its place meanwhile.
		if (window.fetch === unattended) window.fetch = plain;
	}
}
