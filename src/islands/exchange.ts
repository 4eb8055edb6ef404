import { islandAttribute, renew } from './island.svelte.ts';

/** What the page changes itself, or whoever reads it. */
const theirs = new Set(['open', 'tabindex']);

/**
 * Makes an element be like another one of the same name, and touches nothing in it that is like it already. What was typed,
 * ticked and unfolded stays. An island gets what it is to show; `answered` is a form whose answer the other page is.
 */
export function exchange(from: Element, to: Element, answered?: HTMLFormElement): void {
	if (from.hasAttribute(islandAttribute)) return renew(from, to, answered !== undefined);
	// As it came back it stays, until it is sent again.
	if (from.matches('form[data-sent]:has([role=alert])') && from !== answered) return;
	// A key was given to a form for one act, whatever it becomes.
	const isKey = from instanceof HTMLInputElement && from.name === 'requestKey';
	if (isKey && from.form !== answered) return;
	for (const { name, value } of to.attributes) {
		const isTheirs = theirs.has(name) && !answered;
		if (!isTheirs && from.getAttribute(name) !== value) from.setAttribute(name, value);
	}
	for (const name of from.getAttributeNames()) {
		if (!to.hasAttribute(name) && !theirs.has(name)) from.removeAttribute(name);
	}
	exchangeWithin(from, to, answered);
}

function exchangeWithin(from: Element, to: Element, answered?: HTMLFormElement): void {
	let here: ChildNode | null = from.firstChild;
	for (const wanted of [...to.childNodes]) {
		const kept = keyOf(wanted);
		while (here && isKept(here) && keyOf(here) !== kept) here = here.nextSibling;
		const found = twinOf(wanted, here) ?? (isKept(wanted) ? twinOf(wanted, from.firstChild) : undefined);
		if (!found) {
			from.insertBefore(document.adoptNode(wanted), here);
			continue;
		}
		if (isKept(found) && found !== here) continue;
		if (found === here) here = here.nextSibling;
		else from.insertBefore(found, here);
		exchangeNode(found, wanted, answered);
	}
	while (here) {
		const next: ChildNode | null = here.nextSibling;
		if (!isKept(here)) here.remove();
		here = next;
	}
}

function exchangeNode(from: ChildNode, to: ChildNode, answered?: HTMLFormElement): void {
	if (from instanceof Element && to instanceof Element) exchange(from, to, answered);
	else if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
}

/** The node that is to become like the wanted one: that of the same key, else the next of its kind that has none. */
function twinOf(wanted: ChildNode, begin: ChildNode | null): ChildNode | undefined {
	const key = keyOf(wanted);
	for (let node = begin; node; node = node.nextSibling) {
		if (node.nodeName === wanted.nodeName && keyOf(node) === key) return node;
	}
	return undefined;
}

/** By what a part of a page is known among those beside it. */
function keyOf(node: Node): string {
	if (!(node instanceof Element)) return '';
	return node.id || node.getAttribute(islandAttribute) || node.getAttribute('name') || node.className;
}

/** What is told once stays for as long as the page is looked at. */
function isKept(node: Node): boolean {
	return node instanceof HTMLElement && node.dataset.once !== undefined;
}
