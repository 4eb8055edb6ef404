import type { ShownUpTo } from '#lib/server/db/ticket-reads.ts';

/**
 * Tells the server that a ticket was shown, once the page is in sight: a link that is only hovered over has its data fetched
 * too. `what` is read anew whenever the page is. Where it does not arrive the ticket stays marked until it is opened again.
 */
export function tellShown(what: () => { number: number; upTo: ShownUpTo | undefined }): void {
	let visible = $state(false);
	$effect(() => {
		const look = () => {
			visible = document.visibilityState === 'visible';
		};
		look();
		document.addEventListener('visibilitychange', look);
		return () => document.removeEventListener('visibilitychange', look);
	});
	$effect(() => {
		const { number, upTo } = what();
		if (visible && upTo) void tell(number, upTo);
	});
}

async function tell(number: number, { message, seq }: ShownUpTo): Promise<void> {
	const body = new URLSearchParams({ message: String(message), seq: String(seq) });
	await fetch(`/tickets/${number}/read`, { method: 'POST', body, keepalive: true }).catch(() => undefined);
}
