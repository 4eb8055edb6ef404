import { isWritten, typedIn } from '#lib/components/form-fields.ts';
import { Live } from '#lib/components/live.svelte.ts';
import type { DraftFields } from '#lib/domain/drafts.ts';
import type { MessageSide } from '#lib/domain/ticket.ts';
import type { Words } from '#lib/messages/words.ts';
import type { BroughtBack } from '../../../receive.ts';
import { changeInWords, placeInWords } from './place-in-words.ts';
import { type ReadStanding, sentenceOf } from './standing-in-words.ts';

/** What of a ticket is compared when its page is read again. */
export type SeenTicket = ReadStanding & {
	number: number;
	lastMessage?: { nth: number; side: MessageSide } | undefined;
};
type Shown = { ticket: SeenTicket; mark: string };
type Seen = { ticket: SeenTicket; written: DraftFields | undefined };

/** A ticket's page as it changes by itself. To be made while a part of the page is. */
export class LiveTicket extends Live<Seen> {
	constructor(shown: () => Shown) {
		super({
			ticket: shown().ticket.number,
			mark: () => shown().mark,
			look: () => ({ ticket: { ...shown().ticket }, written: writtenReply() }),
			whatIsNew: (before, words) => {
				const { ticket } = shown();
				if (ticket.state === 'resolved' && before.ticket.state !== 'resolved') {
					openTicket.interrupted = before.written ? asRefused(before.written) : null;
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

/** What the parts of a ticket's page share in the browser; on the server nothing is ever put in. */
class OpenTicket {
	live = $state.raw<LiveTicket>();
	/** The reply that was being written when there was suddenly nothing to reply to, as if it had come back refused. */
	interrupted = $state.raw<BroughtBack | null>(null);
}

export const openTicket = new OpenTicket();

function writtenReply(): DraftFields | undefined {
	const form = document.querySelector<HTMLFormElement>('#reply form');
	return form && isWritten(form) ? typedIn(form) : undefined;
}

function asRefused(typed: DraftFields): BroughtBack {
	return { typed, errors: {}, says: undefined, reason: 'problems', filesLost: false };
}

/** What has come, of which the page was not read before; nothing where only a place or an instant is another. */
function newsOf(before: SeenTicket, after: SeenTicket, words: Words): string | undefined {
	const { state, lastMessage } = after;
	const message = lastMessage && lastMessage.nth !== before.lastMessage?.nth ? lastMessage : undefined;
	const hasMoved = state !== before.state;
	const arrived = message && (message.side === 'support' ? words.live.answer : words.live.message);
	return [arrived, hasMoved && sentenceOf(after, words)].filter(Boolean).join(' ') || undefined;
}
