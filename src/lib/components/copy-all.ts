/**
 * Copies all the words of a part of the page; answers whether it was done. Where a browser forbids it they are chosen, to be
 * copied by hand.
 */
export async function copyAll(part: Element): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(part.textContent.trim());
		return true;
	} catch {
		getSelection()?.selectAllChildren(part);
		return false;
	}
}
