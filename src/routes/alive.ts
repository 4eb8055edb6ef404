/** Tells whoever looks on from outside that scripts answer by now to what is done on the page. */
export function markAlive(): void {
	document.documentElement.dataset.alive = '';
}
