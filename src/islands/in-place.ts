import { refreshAll } from './app/navigation.ts';

const pauseMs = 250;
const follows = 'form[data-follow]';

/** Lists whose page is not left while it is searched and filtered; going back leads to what was there before. */
export function followInPlace(): void {
	let pending: ReturnType<typeof setTimeout> | undefined;
	const follow = (form: HTMLFormElement, inMs: number) => {
		clearTimeout(pending);
		pending = setTimeout(() => lead(addressOf(form)), inMs);
	};
	document.addEventListener('input', ({ target }) => {
		const form = target instanceof HTMLInputElement ? target.form : null;
		if (form?.matches(follows)) follow(form, pauseMs);
	});
	document.addEventListener('change', ({ target }) => {
		const form = target instanceof HTMLSelectElement ? target.form : null;
		if (form?.matches(follows)) follow(form, 0);
	});
	document.addEventListener('submit', (event) => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement && form.matches(follows))) return;
		event.preventDefault();
		follow(form, 0);
	});
	document.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-in-place]') : null;
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		clearTimeout(pending);
		history.pushState(null, '', link.href);
		void beginAnew();
	});
	addEventListener('popstate', () => {
		clearTimeout(pending);
		if (document.querySelector(follows)) void beginAnew();
	});
}

/** The results follow the typing: of one search only where it has come to is remembered. */
function lead(address: URL): void {
	if (address.href === location.href) return;
	const isSameSearch = new URLSearchParams(location.search).has('q') && address.searchParams.has('q');
	if (isSameSearch) history.replaceState(null, '', address);
	else history.pushState(null, '', address);
	void refreshAll();
}

/** The form too is as its address says. */
async function beginAnew(): Promise<void> {
	await refreshAll();
	document.querySelector<HTMLFormElement>(follows)?.reset();
}

function addressOf(form: HTMLFormElement): URL {
	const asked = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
	const address = new URL(form.action);
	for (const [name, value] of asked) if (value.trim() !== '') address.searchParams.set(name, value);
	return address;
}
