import { show } from '../page.ts';
import { aboutIn } from '../shown.svelte.ts';

/**
 * Reads the page again and shows what is different, as SvelteKit's `refreshAll` does. Where it cannot be read it stays as it is;
 * where it is not to be seen any more, the browser is led to what is said instead.
 */
export async function refreshAll(): Promise<void> {
	older?.abort();
	older = new AbortController();
	const { signal } = older;
	const headers = { accept: 'text/html', 'x-read-again': 'true' };
	const response = await fetch(location.href, { headers, signal }).catch(() => undefined);
	if (!response || response.status >= 500) return;
	const text = await response.text().catch(() => undefined);
	if (text === undefined || signal.aborted) return;
	const page = new DOMParser().parseFromString(text, 'text/html');
	const about = aboutIn(page);
	if (response.redirected || !about || about.error) location.reload();
	else await show(page);
}

let older: AbortController | undefined;
