import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { textFile } from './ticket-pages.ts';

/** What somebody does on a page, whatever they do it with. */
export type Hands = {
	/** A link, a button, what unfolds. */
	press(what: Locator): Promise<void>;
	choose(radio: Locator): Promise<void>;
	write(field: Locator, text: string): Promise<void>;
	/** A text file of that name. */
	attach(field: Locator, name: string): Promise<void>;
};

/** A mouse, or a finger. */
export function pointing(how: 'click' | 'tap'): Hands {
	return {
		press: (what) => what[how](),
		async choose(radio) {
			await radio[how]();
			expect(await radio.isChecked()).toBe(true);
		},
		async write(field, text) {
			await field[how]();
			await field.fill(text);
		},
		attach: (field, name) => field.setInputFiles(textFile(name)),
	};
}

/** Tab, Enter, Space and the arrows alone; wherever Tab stops on the way, what has the focus shows that it has it. */
export function keyboard(page: Page): Hands {
	const { keyboard: keys } = page;
	// From now on, or the browser may open its own before anybody is told.
	page.on('filechooser', () => undefined);

	/** Presses Tab until the focus is on the element, or in its group of choices. */
	async function reach(wanted: Locator): Promise<void> {
		for (let pressed = 0; pressed < 120; pressed++) {
			await keys.press('Tab');
			await page.evaluate(() => new Promise(requestAnimationFrame)); // by then it is scrolled to
			const { there, unseen } = await wanted.evaluate(lookAtFocus);
			expect(unseen, page.url()).toBe('');
			if (there) return;
		}
		throw new Error(`The keyboard does not reach ${wanted}.`);
	}

	return {
		async press(what) {
			await reach(what);
			await keys.press('Enter');
		},
		async choose(radio) {
			await reach(radio);
			await keys.press('Space');
			for (let pressed = 0; pressed < 8 && !(await radio.isChecked()); pressed++) await keys.press('ArrowDown');
			expect(await radio.isChecked()).toBe(true);
		},
		async write(field, text) {
			await reach(field);
			await keys.press('ControlOrMeta+a');
			await keys.insertText(text);
		},
		async attach(field, name) {
			await reach(field);
			const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Enter')]);
			await chooser.setFiles(textFile(name));
		},
	};
}

/** In the page: whether the focus has arrived, and what does not show that it has it: no outline, or behind something. */
function lookAtFocus(wanted: Element): { there: boolean; unseen: string } {
	const focused = document.activeElement;
	// Between the end of a page and its beginning nothing has the focus.
	if (!focused || focused === document.body) return { there: false, unseen: '' };
	const isRadio = (element: Element): element is HTMLInputElement =>
		element instanceof HTMLInputElement && element.type === 'radio';
	const there =
		focused === wanted ||
		(isRadio(focused) && isRadio(wanted) && focused.name === wanted.name && focused.form === wanted.form);

	const hasOutline = (element: Element) => {
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
	};
	// Where a whole card is the control, the card bears the outline.
	let card: Element | null = focused;
	while (card && !hasOutline(card)) card = card.parentElement;
	if (!card) return { there, unseen: `without an outline: ${focused.outerHTML.slice(0, 120)}` };

	const [box] = focused.getClientRects();
	const middle = (from: number, to: number, end: number) => (Math.max(from, 0) + Math.min(to, end)) / 2;
	const onTop =
		box &&
		document.elementFromPoint(
			middle(box.left, box.right, window.innerWidth),
			middle(box.top, box.bottom, window.innerHeight),
		);
	const what = (element: Element) => element.outerHTML.slice(0, 120);
	if (!onTop) return { there, unseen: `beyond the screen: ${what(focused)}` };
	if (!card.contains(onTop)) return { there, unseen: `behind ${what(onTop)}: ${what(focused)}` };
	return { there, unseen: '' };
}
