/** Under which this browser keeps whether notices are wanted. */
export const wanted = 'desk-notices';

export function permission(): NotificationPermission {
	return 'Notification' in window ? Notification.permission : 'denied';
}

/** Where the browser allows it; several pages of one desk tell the same `tag` once. */
export function show(title: string, tag: string): void {
	if (permission() !== 'granted') return;
	try {
		const notice = new Notification(title, { tag });
		notice.onclick = () => {
			window.focus();
			notice.close();
		};
	} catch {
		// Browsers of phones show none without a service worker; the title has counted it.
	}
}
