import { exchange } from './exchange.ts';
import { aboutIn, shown } from './shown.svelte.ts';

type Watcher = (answered: HTMLFormElement | undefined) => void | Promise<void>;
const watchers: Watcher[] = [];

/** Called whenever parts of the page were exchanged; with the form whose answer that was. */
export function whenShown(watcher: Watcher): void {
	watchers.push(watcher);
}

let before: Promise<void> = Promise.resolve();

/**
 * Shows another state of the page: what is the same stays as it is, with all that was typed, unfolded and chosen in it. Of
 * several states each is shown in its turn, so that the last one stays.
 */
export async function show(page: Document, answered?: HTMLFormElement): Promise<void> {
	const showing = before.then(() => showNow(page, answered));
	before = showing.catch(() => {});
	await showing;
	for (const watcher of watchers) await watcher(answered);
}

async function showNow(page: Document, answered?: HTMLFormElement): Promise<void> {
	const about = aboutIn(page);
	if (about) await shown.is(about);
	document.documentElement.lang = page.documentElement.lang;
	document.documentElement.dataset.theme = page.documentElement.dataset.theme;
	if (!document.title.endsWith(page.title)) document.title = page.title;
	exchange(document.body, page.body, answered);
}

/** Leads to another page; to this one again where an act has led back to it. */
export function go(to: string): void {
	const address = new URL(to, location.href);
	const isHere = address.pathname + address.search === location.pathname + location.search;
	if (!isHere) location.assign(address);
	else {
		history.replaceState(history.state, '', address);
		location.reload();
	}
}
