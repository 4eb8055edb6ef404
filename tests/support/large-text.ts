import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** With text twice as large on a desk's screen nothing is cut off, lies over something else, or goes beyond the screen. */
export async function expectRoomForLargeText(page: Page): Promise<void> {
	await page.evaluate(() => {
		document.documentElement.style.fontSize = '200%';
	});
	expect(await page.evaluate(spoilt), `text at 200 % on ${page.url()}`).toEqual([]);
	await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

/** In the page: every text that cannot be read whole, and why. */
function spoilt(): string[] {
	type Line = { text: string; of: Element; box: DOMRect };
	/** What is there for a screen reader alone is clipped to nothing. */
	const isRead = (element: Element | null): boolean =>
		!element || (!/inset\(50%|rect\(0/.test(clipOf(element)) && isRead(element.parentElement));
	const clipOf = (element: Element) => {
		const { clip, clipPath } = getComputedStyle(element);
		return `${clip} ${clipPath}`;
	};
	const isSeen = (element: Element) =>
		element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
		!element.closest('.skip, [aria-hidden=true]') &&
		isRead(element);

	const lines: Line[] = [];
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = texts.nextNode(); node; node = texts.nextNode()) {
		const of = node.parentElement;
		const text = node.textContent?.trim().slice(0, 40);
		if (!text || !of || !isSeen(of)) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		for (const box of range.getClientRects()) lines.push({ text, of, box });
	}

	const found = lines.length === 0 ? ['no text at all'] : [];
	for (const { text, of, box } of lines) {
		if (box.right > window.innerWidth + 1 || box.left < -1) found.push(`beyond the screen: ${text}`);
		for (let around: Element | null = of; around && around !== document.body; around = around.parentElement) {
			const { overflowX, overflowY } = getComputedStyle(around);
			const room = around.getBoundingClientRect();
			const cutAside = overflowX !== 'visible' && overflowX !== 'auto' && box.right > room.right + 1;
			const cutBelow = overflowY !== 'visible' && overflowY !== 'auto' && box.bottom > room.bottom + box.height / 3;
			if (cutAside || cutBelow) found.push(`cut off: ${text}`);
		}
	}
	// Letters stand in the middle of a line's box: only half of its height counts.
	const meet = (a: DOMRect, b: DOMRect) =>
		Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
		Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > (a.height + b.height) / 4;
	for (const [nth, line] of lines.entries()) {
		for (const other of lines.slice(nth + 1)) {
			if (line.of !== other.of && meet(line.box, other.box))
				found.push(`one over the other: ${line.text} / ${other.text}`);
		}
	}
	return found;
}
