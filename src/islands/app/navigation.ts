import { show } from '../page.ts';
import { aboutIn, shown } from '../shown.svelte.ts';

/**
 * Reads the page again and shows what is different, as SvelteKit's `refreshAll` does. Where it cannot be read, or only after
 * signing in again, it stays as it is; where it is not to be seen any more, the browser is led to what is said instead.
 */
export async function refreshAll(): Promise<void> {
	await readAgain('unattended');
}

/**
 * The same, and whether what is shown is what was read. A later reading takes the place of one that is under way. `unattended`:
 * nobody asked for it, and it does not make an idle session last.
 */
export function readAgain(how: 'asked' | 'unattended' = 'asked'): Promise<boolean> {
	older?.abort();
	older = new AbortController();
	const reading: Promise<boolean> = read(older.signal, how).then((isRead) => (latest === reading ? isRead : latest));
	latest = reading;
	return reading;
}

let older: AbortController | undefined;
let latest: Promise<boolean>;

async function read(signal: AbortSignal, how: string): Promise<boolean> {
	const headers = { accept: 'text/html', 'x-read-again': how };
	const response = await fetch(location.href, { headers, signal }).catch(() => undefined);
	if (!response || response.status >= 500) return false;
	const text = await response.text().catch(() => undefined);
	if (text === undefined || signal.aborted) return false;
	// The session has ended, and nobody asked to be told now: the page stays, with what is typed in it.
	if (how === 'unattended' && leadsToSignIn(response)) return false;
	const page = new DOMParser().parseFromString(text, 'text/html');
	if (response.redirected || !isLikeThis(page)) location.reload();
	else await show(page).catch(beginAgain);
	return true;
}

function leadsToSignIn({ redirected, url }: Response): boolean {
	return redirected && new URL(url).pathname === '/login';
}

/** It could not be shown: the words it needs have gone with another version. */
function beginAgain(cause: unknown): void {
	reportError(cause);
	location.reload();
}

/** Not what is said of an error; and of another version of our own only while it would cost what was written here. */
function isLikeThis(page: Document): boolean {
	const about = aboutIn(page);
	if (!about || about.error) return false;
	return about.scripts === shown.about.scripts || isWrittenIn();
}

function isWrittenIn(): boolean {
	const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
		'textarea, input:not([type=hidden])',
	);
	return [...fields].some((field) => field.value !== field.defaultValue || isTicked(field));
}

/** Or not any more, as it came. */
function isTicked(field: HTMLInputElement | HTMLTextAreaElement): boolean {
	return field instanceof HTMLInputElement && field.checked !== field.defaultChecked;
}
