import { readAgain } from './app/navigation.ts';

const pauseMs = 250;
const follows = 'form[data-follow]';

/** Which page is shown, or on its way; its fragment leads about within it. */
let shownAt: string;
/** How often somebody has typed. */
let typed = 0;
let pending: ReturnType<typeof setTimeout> | undefined;

/** Lists whose page is not left while it is searched and filtered; going back leads to what was there before. */
export function followInPlace(): void {
	shownAt = pathAndQuery(location);
	document.addEventListener('input', ({ target }) => {
		const form = target instanceof HTMLInputElement ? target.form : null;
		if (!form?.matches(follows)) return;
		typed += 1;
		clearTimeout(pending);
		pending = setTimeout(() => void search(form), pauseMs);
	});
	document.addEventListener('change', ({ target }) => {
		const form = target instanceof HTMLSelectElement ? target.form : null;
		if (form?.matches(follows)) void searchNow(form);
	});
	document.addEventListener('submit', (event) => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement && form.matches(follows))) return;
		event.preventDefault();
		void searchNow(form);
	});
	document.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-in-place]') : null;
		const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
		if (!link || elsewhere) return;
		event.preventDefault();
		history.pushState(null, '', link.href);
		void beginAnew();
	});
	addEventListener('popstate', () => {
		if (pathAndQuery(location) !== shownAt) void beginAnew();
	});
}

/** Reads the page under another address, from which one can go back to this one; answers whether it could be read. */
export function leadTo(address: URL, where: 'next' | 'instead' = 'next'): Promise<boolean> {
	if (where === 'next') history.pushState(null, '', address);
	else history.replaceState(null, '', address);
	shownAt = pathAndQuery(location);
	return readAgain();
}

/** The results follow the typing: of one search only where it has come to is remembered. */
async function search(form: HTMLFormElement): Promise<boolean> {
	clearTimeout(pending);
	const address = addressOf(form);
	if (address.href === location.href) return true;
	const isSameSearch = new URLSearchParams(location.search).has('q') && address.searchParams.has('q');
	return leadTo(address, isSameSearch ? 'instead' : 'next');
}

/** Whoever asks for it is told by the browser where it cannot be had. */
async function searchNow(form: HTMLFormElement): Promise<void> {
	if (!(await search(form))) location.reload();
}

/** The page is as its address says, and so is the form, unless somebody has gone on typing. */
async function beginAnew(): Promise<void> {
	clearTimeout(pending);
	shownAt = pathAndQuery(location);
	const typedBefore = typed;
	const isRead = await readAgain();
	if (!isRead) location.reload();
	else if (typed === typedBefore) document.querySelector<HTMLFormElement>(follows)?.reset();
}

function addressOf(form: HTMLFormElement): URL {
	const asked = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
	const address = new URL(form.action);
	for (const [name, value] of asked) if (value.trim() !== '') address.searchParams.set(name, value);
	return address;
}

function pathAndQuery({ pathname, search }: Location): string {
	return pathname + search;
}
