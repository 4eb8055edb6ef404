import { mount, unmount } from 'svelte';
import { type Reading, readingAsContext } from '#lib/messages/context.ts';
import type { AttachmentView } from '#lib/server/queries/conversation.ts';

const selector = 'a[data-picture]';

/**
 * Has the links to pictures within a part of a page open the viewer, which is loaded with the first, unless they are to open
 * elsewhere; where it cannot be loaded they stay links. `read` brings how it is read. Answers with what ends all that.
 */
export function picturesOpen(part: Document | Element, read: () => Promise<() => Reading>): () => void {
	let close: (() => void) | undefined;
	let isOpening = false;

	const look = async (from: HTMLAnchorElement) => {
		const [{ default: PictureViewer }, reading] = await Promise.all([import('./PictureViewer.svelte'), read()]);
		if (!from.isConnected) return;
		const pictures = [...part.querySelectorAll<HTMLAnchorElement>(selector)].map(pictureOf);
		const target = document.createElement('div');
		target.dataset.once = '';
		document.body.append(target);
		const onclose = () => {
			close?.();
			from.focus({ preventScroll: true });
		};
		const props = { pictures, first: pictureOf(from), onclose };
		const viewer = mount(PictureViewer, { target, context: readingAsContext(reading), props });
		close = () => {
			close = undefined;
			void unmount(viewer);
			target.remove();
		};
	};
	const open = (event: Event) => {
		const from = event instanceof MouseEvent && linkOf(event);
		if (!from) return;
		event.preventDefault();
		if (isOpening || close) return;
		isOpening = true;
		look(from)
			.catch(() => location.assign(from.href))
			.finally(() => {
				isOpening = false;
			});
	};

	part.addEventListener('click', open);
	return () => {
		part.removeEventListener('click', open);
		close?.();
	};
}

/** The picture's link that was followed, unless it is to open elsewhere. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
	const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
	return elsewhere || !(event.target instanceof Element) ? null : event.target.closest<HTMLAnchorElement>(selector);
}

function pictureOf(link: HTMLAnchorElement): AttachmentView {
	return JSON.parse(link.dataset.picture ?? '') as AttachmentView;
}
