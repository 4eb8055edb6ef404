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
	// A script writes it.
	if (element.hasAttribute('data-held')) return true;
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
		const later = wanted.slice(index + 1);
		const found = twinOf(node, here) ?? becoming(node, here, later);
		if (!found) {
			// A copy: an option from another page would bring along that it was chosen there.
			from.insertBefore(document.importNode(node, true), here);
			continue;
		}
		here = cleared(here, found, later);
		if (here === found) here = here.nextSibling;
		else move(from, found, here);
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

/** With its focus and all, where the browser can; where it cannot, a part that has changed places loses it. */
function move(parent: Element, node: ChildNode, before: ChildNode | null): void {
	if ('moveBefore' in parent) parent.moveBefore(node, before);
	else (parent as Element).insertBefore(node, before);
}

function exchangeNode(from: ChildNode, to: ChildNode, answered?: HTMLFormElement): void {
	if (from instanceof Element && to instanceof Element) exchange(from, to, answered);
	else if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
}

/** The node that is to become like the wanted one: an element wherever it stands, any other node in its place. */
function twinOf(wanted: Node, begin: ChildNode | null): ChildNode | null {
	if (!(wanted instanceof Element)) return begin?.nodeName === wanted.nodeName ? begin : null;
	let node = begin;
	while (node && !isTwin(node, wanted)) node = node.nextSibling;
	return node;
}

function isTwin(node: Node, other: Node): boolean {
	if (node.nodeName !== other.nodeName || isKept(node) !== isKept(other)) return false;
	return keyOf(node) === keyOf(other) && lookOf(node) === lookOf(other);
}

/** What stands in the place of the wanted element and only looks different: a stub that has changed its colour is the same stub. */
function becoming(wanted: Node, here: ChildNode | null, later: readonly ChildNode[]): ChildNode | null {
	if (!(wanted instanceof Element) || here?.nodeName !== wanted.nodeName || isKept(wanted)) return null;
	const isAnother = keyOf(here) !== keyOf(wanted) || later.some((node) => isTwin(node, here));
	return isAnother ? null : here;
}

/** By what a part of a page is known among those beside it; empty for most. */
function keyOf(node: Node): string {
	if (!(node instanceof Element)) return '';
	const name = node.id || node.getAttribute(islandAttribute) || node.getAttribute('name') || '';
	return isChoice(node) ? `${name}=${node.value}` : name;
}

/** Which of several it is. What was chosen goes with its value, not with its place among them. */
function isChoice(node: Element): node is HTMLOptionElement | HTMLInputElement {
	if (node instanceof HTMLInputElement) return node.type === 'radio' || node.type === 'checkbox';
	return node instanceof HTMLOptionElement;
}

function lookOf(node: Node): string {
	return (node instanceof Element && node.getAttribute('class')) || '';
}

/** What is told once stays for as long as the page is looked at. */
function isKept(node: Node): boolean {
	return node instanceof HTMLElement && node.dataset.once !== undefined;
}
