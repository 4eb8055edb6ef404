// Run in a browser, by `tests/e2e/islands.test.ts`: the islands of a page that has one kind of them.

import { readAgain } from '../../src/islands/app/navigation.ts';
import { attend } from '../../src/islands/behaviour.ts';
import { exchange } from '../../src/islands/exchange.ts';
import { isAlive, wake } from '../../src/islands/island.svelte.ts';
import { spoken } from '../../src/islands/names.ts';
import { show, whenShown } from '../../src/islands/page.ts';
import { shown } from '../../src/islands/shown.svelte.ts';

Object.assign(spoken, { CharactersLeft: ['common'] });
const kinds = { CharactersLeft: () => import('#lib/components/CharactersLeft.svelte') };
const wakeThem = () => wake(kinds as unknown as Parameters<typeof wake>[0]);

/** Another state of the page. */
const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');

const islands = { attend, exchange, isAlive, pageOf, readAgain, show, shown, wake: wakeThem, whenShown };
declare global {
	interface Window {
		islands: typeof islands;
		/** What a test keeps to look for it again. */
		kept: Element[];
	}
}
window.islands = islands;
