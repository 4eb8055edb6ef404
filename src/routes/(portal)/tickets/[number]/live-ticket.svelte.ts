import { isWritten, typedIn } from '#lib/components/form-fields.ts';
import { Live } from '#lib/components/live.svelte.ts';
import type { DraftFields } from '#lib/domain/drafts.ts';
import type { Words } from '#lib/messages/words.ts';
import type { CustomerTicketPage } from '#lib/server/queries/ticket-page.ts';
import type { BroughtBack } from '../../../receive.ts';
import { changeInWords, placeInWords } from './place-in-words.ts';

type Shown = { ticket: CustomerTicketPage; mark: string };
type Seen = { ticket: CustomerTicketPage; written: DraftFields | undefined };

/** A ticket's page as it changes by itself. To be made while the page is. */
export class LiveTicket extends Live<Seen> {
	/** The reply that was being written when there was suddenly nothing to reply to, as if it had come back refused. */
	interrupted = $state.raw<BroughtBack | null>(null);

	constructor(shown: () => Shown) {
		super({
			ticket: shown().ticket.stub.number,
			mark: () => shown().mark,
			look: () => ({ ticket: shown().ticket, written: writtenReply() }),
			whatIsNew: (before, words) => {
				const { ticket } = shown();
				if (ticket.stub.state === 'resolved' && before.ticket.stub.state !== 'resolved') {
					this.interrupted = before.written ? asRefused(before.written) : null;
				}
				return newsOf(before.ticket, ticket, words);
			},
			placeInWords: (place, words) => {
				const why = place.changes.map((change) => changeInWords(change, place.lane, words));
				return [...why, ...placeInWords(place, words)].join(' ');
			},
		});
	}
}

function writtenReply(): DraftFields | undefined {
	const form = document.querySelector<HTMLFormElement>('#reply form');
	return form && isWritten(form) ? typedIn(form) : undefined;
}

function asRefused(typed: DraftFields): BroughtBack {
	return { typed, errors: {}, says: undefined, reason: 'problems', filesLost: false };
}

/** What has come, of which the page was not read before; nothing where only a place or an instant is another. */
function newsOf(before: CustomerTicketPage, after: CustomerTicketPage, words: Words): string | undefined {
	const last = (ticket: CustomerTicketPage) => ticket.conversation.findLast((item) => item.kind === 'message');
	const [was, is] = [last(before), last(after)];
	const message = is && is.nth !== was?.nth ? is : undefined;
	const { state, resolvedAs } = after.stub;
	const hasMoved = state !== before.stub.state;
	const standing = state === 'resolved' ? words.portal.ended[resolvedAs ?? 'solved'] : words.portal.sentence[state];
	const arrived = message && (message.side === 'support' ? words.live.answer : words.live.message);
	return [arrived, hasMoved && standing].filter(Boolean).join(' ') || undefined;
}
