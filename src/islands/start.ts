// What a page of the customer's runs in the browser.
import { markAlive } from '../routes/alive.ts';
import { saidOnce } from '../routes/said-once.ts';
import { attend } from './behaviour.ts';
import { wake } from './island.svelte.ts';
import { whenShown } from './page.ts';

const islands = {
	HomeLive: () => import('../routes/(portal)/HomeLive.svelte'),
	TicketLive: () => import('../routes/(portal)/tickets/[number]/TicketLive.svelte'),
	PlaceInQueue: () => import('../routes/(portal)/tickets/[number]/PlaceInQueue.svelte'),
	ReplyForm: () => import('../routes/(portal)/tickets/[number]/ReplyForm.svelte'),
	ReplyToKept: () => import('../routes/(portal)/tickets/[number]/ReplyToKept.svelte'),
	NewTicket: () => import('../routes/(portal)/tickets/new/NewTicket.svelte'),
	FollowUpLater: () => import('../routes/(portal)/tickets/[number]/FollowUpLater.svelte'),
	FollowUp: () => import('../routes/(portal)/tickets/[number]/FollowUp.svelte'),
} as const;

const address = saidOnce(new URL(location.href));
if (address) {
	history.replaceState(history.state, '', address);
	// Without its fragment the address does not lead there any more.
	document.getElementById('done')?.focus({ preventScroll: true });
}

whenShown(() => wake(islands));
void Promise.all([attend(), wake(islands)]).then(markAlive);
