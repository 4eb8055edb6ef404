import { mount, unmount } from 'svelte';
import { readingAsContext } from '#lib/messages/context.ts';
import { shown } from './shown.svelte.ts';

const selector = 'a[data-picture]';

/** A picture's link opens the viewer, unless it is to open elsewhere; where the viewer cannot be loaded it stays a link. */
export function openPicture(event: MouseEvent): void {
	const from = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(selector) : null;
	const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
	if (!from || elsewhere) return;
	event.preventDefault();
	look(from).catch(() => location.assign(from.href));
}

async function look(from: HTMLAnchorElement): Promise<void> {
	const [{ default: PictureViewer }] = await Promise.all([
		import('#lib/components/PictureViewer.svelte'),
		shown.learn(['common', 'conversation']),
	]);
	const pictureOf = (link: HTMLAnchorElement) => JSON.parse(link.dataset.picture ?? '');
	const pictures = [...document.querySelectorAll<HTMLAnchorElement>(selector)].map(pictureOf);
	const target = document.createElement('div');
	target.dataset.once = '';
	document.body.append(target);
	const viewer = mount(PictureViewer, {
		target,
		context: readingAsContext(() => shown.reading),
		props: {
			pictures,
			first: pictureOf(from),
			onclose: () => {
				void unmount(viewer);
				target.remove();
				from.focus({ preventScroll: true });
			},
		},
	});
}
