import type { Page } from 'playwright-core';

/** One move of what stood on a page, as browsers count it, and what moved. */
type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
type Gathering = { shifts: { gather(list: Shift[]): void; found: string[]; observer: PerformanceObserver } };

/** In the page, before anything else of it: gathers every move that nobody caused by typing or clicking. */
export function gatherShifts(): void {
	const found: string[] = [];
	const nameOf = (node: Node | null) => {
		const element = node instanceof Element ? node : node?.parentElement;
		return `${element?.localName ?? '?'}.${element?.className ?? ''} ${node?.textContent?.trim().slice(0, 30) ?? ''}`;
	};
	const gather = (list: Shift[]) => {
		for (const { value, hadRecentInput, sources } of list)
			if (!hadRecentInput) found.push(`${value}: ${sources.map(({ node }) => nameOf(node)).join(', ')}`);
	};
	const observer = new PerformanceObserver((list) => gather(list.getEntries() as Shift[]));
	observer.observe({ type: 'layout-shift', buffered: true });
	Object.assign(window, { shifts: { gather, found, observer } } satisfies Gathering);
}

/** The moves since the page began to be drawn, the last ones once they are drawn too. */
export function shiftsOf(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const { gather, found, observer } = (window as unknown as Gathering).shifts;
		for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
		gather(observer.takeRecords() as Shift[]);
		return found;
	});
}
