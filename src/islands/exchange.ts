import { isAlive, islandAttribute, renew } from './island.svelte.ts';

/** What the page changes itself, or whoever reads it. */
const theirs = new Set(['open', 'tabindex']);

/**
 * Makes an element be like another one of the same name, and touches nothing in it that is like it already. What was typed,
 * ticked and unfolded stays. An island gets what it is to show; `answered` is a form whose answer the other page is.
 */
export function exchange(from: Element, to: Element, answered?: HTMLFormElement): void {
	if (isAlive(from)) renew(from, to, answered !== undefined);
	else if (!isHeld(from, answered)) exchangeElement(from, to, answered);
}

function isHeld(element: Element, answered?: HTMLFormElement): boolean {
	// As it came back it stays, until it is sent again.
	if (element.matches('form[data-sent]:has([role=alert])')) return element !== answered;
	// A key was given to a form for one act, whatever it becomes.
	return element instanceof HTMLInputElement && element.name === 'requestKey' && element.form !== answered;
}

function exchangeElement(from: Element, to: Element, answered?: HTMLFormElement): void {
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
	const wanted = [...to.childNodes];
	for (const [index, node] of wanted.entries()) {
		if (isKept(node) && twinOf(node, from.firstChild)) continue;
		while (here && isKept(here)) here = here.nextSibling;
		const next = here?.nodeName === node.nodeName ? here : null;
		const found = node instanceof Element ? twinOf(node, here) : next;
		if (!found) {
			from.insertBefore(document.adoptNode(node), here);
			continue;
		}
		here = cleared(here, found, wanted.slice(index + 1));
		// What is moved loses the focus: only where two parts have changed places.
		if (here === found) here = here.nextSibling;
		else from.insertBefore(found, here);
		exchangeNode(found, node, answered);
	}
	cleared(here, null, []);
}

/** Takes out what stands before a node and is not wanted any more; answers with what stands there then. */
function cleared(begin: ChildNode | null, end: ChildNode | null, wanted: readonly ChildNode[]): ChildNode | null {
	let here = begin;
	let first: ChildNode | null = null;
	while (here && here !== end) {
		const next: ChildNode | null = here.nextSibling;
		const standing = here;
		const isWanted = standing instanceof Element && wanted.some((node) => isTwin(node, standing));
		if (isWanted && !isKept(standing)) first ??= standing;
		else if (!isKept(standing)) standing.remove();
		here = next;
	}
	return first ?? here;
}

function exchangeNode(from: ChildNode, to: ChildNode, answered?: HTMLFormElement): void {
	if (from instanceof Element && to instanceof Element) exchange(from, to, answered);
	else if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
}

/** The element that is to become like the wanted one. */
function twinOf(wanted: Node, begin: ChildNode | null): ChildNode | null {
	let node = begin;
	while (node && !isTwin(node, wanted)) node = node.nextSibling;
	return node;
}

function isTwin(node: Node | null, other: Node): boolean {
	return node?.nodeName === other.nodeName && keyOf(node) === keyOf(other);
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
