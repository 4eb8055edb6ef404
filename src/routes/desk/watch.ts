import type { CameBack } from './came-back/+server.ts';
import { show } from './show-notice.ts';

/** What it costs the server is what the desk costs; nobody is waited for by it. */
const everyMs = 10_000;

/** What was there already. It outlasts a page: what came while another was opened is news. */
let known: ReadonlySet<string> | undefined;

/**
 * On every page but the desk itself, which tells as it changes: asks what came back to the agent, shows a notice of what was not
 * there before, and counts it in the title until the page is looked at again. Of all pages of this browser one asks. Answers how to stop.
 */
export function watch(): () => void {
	const leaving = new AbortController();
	const { signal } = leaving;
	addEventListener('focus', () => count(0), { signal });
	const asking = () => askAgain(signal);
	void navigator.locks?.request('desk-notices', { signal }, asking).catch(() => undefined);
	return () => leaving.abort();
}

async function askAgain(signal: AbortSignal): Promise<void> {
	while (!signal.aborted) {
		const now = await cameBack(signal);
		if (now === 'nobody') return;
		if (now) tell(now);
		await new Promise((done) => {
			setTimeout(done, everyMs);
			signal.addEventListener('abort', done, { once: true });
		});
	}
}

/** `nobody` is signed in any more; nothing where the server cannot be asked now. */
async function cameBack(signal: AbortSignal): Promise<CameBack[] | 'nobody' | undefined> {
	try {
		const answer = await fetch('/desk/came-back', { headers: { 'x-read-again': 'unattended' }, signal });
		if (answer.redirected) return 'nobody';
		return answer.ok ? await answer.json() : undefined;
	} catch {
		return undefined;
	}
}

function tell(now: readonly CameBack[]): void {
	const news = known ? now.filter(({ key }) => !known?.has(key)) : [];
	known = new Set(now.map(({ key }) => key));
	for (const { says, tag } of news) show(says, tag);
	if (news.length > 0) count(counted() + news.length);
}

const countedTitle = /^\((\d+)\) /;

function counted(): number {
	return Number(countedTitle.exec(document.title)?.[1] ?? 0);
}

function count(news: number): void {
	if (news === counted()) return;
	const title = document.title.replace(countedTitle, '');
	document.title = news > 0 ? `(${news}) ${title}` : title;
}
