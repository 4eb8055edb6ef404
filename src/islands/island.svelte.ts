import { type Component, hydrate, unmount } from 'svelte';
import { readingAsContext } from '#lib/messages/context.ts';
import { type IslandName, spoken } from './names.ts';
import { shown } from './shown.svelte.ts';

export const islandAttribute = 'data-island';
const propsAttribute = 'data-props';

type Props = Record<string, unknown>;
/** What has its props as data, whatever they are called. */
type AnyIsland = { default: Component<never> };
type Alive = { instance: Record<string, unknown>; props: Props };

const alive = new Map<Element, Alive>();

/** Brings what is not alive yet of a page to life, and lets go of what is not in it any more. */
export async function wake(islands: Record<IslandName, () => Promise<AnyIsland>>): Promise<void> {
	for (const [element, { instance }] of alive) {
		if (element.isConnected) continue;
		alive.delete(element);
		void unmount(instance);
	}
	const asleep = [...document.querySelectorAll(`[${islandAttribute}]`)].filter((element) => !alive.has(element));
	await Promise.all(
		asleep.map(async (element) => {
			const name = element.getAttribute(islandAttribute) as IslandName;
			// Without its script, or its words, it goes on as it would without any, until the page is shown again.
			const loaded = await Promise.all([islands[name]?.(), shown.learn(spoken[name] ?? [])]).catch(() => []);
			// The page may have been shown again meanwhile, and this part of it have come alive by that.
			if (!loaded[0] || !element.isConnected || alive.has(element)) return;
			try {
				bringToLife(element, loaded[0].default as Component<Props>);
			} catch (cause) {
				// The other parts of the page have no share in it.
				reportError(cause);
			}
		}),
	);
}

function bringToLife(element: Element, Island: Component<Props>): void {
	const props = $state(propsOf(element));
	const context = readingAsContext(() => shown.reading);
	alive.set(element, { props, instance: hydrate(Island, { target: element, props, context }) });
}

export function isAlive(element: Element): boolean {
	return alive.has(element);
}

/** Gives an island what it shows in another state of the page; what came `back` of its form only with an answer. */
export function renew(from: Element, to: Element, isAnswer: boolean): void {
	const props = alive.get(from)?.props;
	const [before, after] = [propsOf(from), propsOf(to)];
	from.setAttribute(propsAttribute, to.getAttribute(propsAttribute) ?? '{}');
	for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
		if (name === 'back' && !isAnswer) continue;
		if (props && JSON.stringify(before[name]) !== JSON.stringify(after[name])) props[name] = after[name];
	}
}

function propsOf(element: Element): Props {
	return JSON.parse(element.getAttribute(propsAttribute) ?? '{}') as Props;
}
