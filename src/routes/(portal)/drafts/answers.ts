import { json } from '@sveltejs/kit';
import { type Refusal, say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { statusOf } from '../../receive.ts';

/** What the page's scripts are told when something of a draft is refused; `stored` is what another window has saved. */
export function refusal(refusal: Refusal, { language }: App.Locals): Response {
	const stored = refusal.reason === 'draft-changed' ? refusal.stored : undefined;
	const gone = refusal.reason === 'draft-gone' || refusal.reason === 'not-found';
	const status = gone ? 404 : statusOf(refusal);
	return json({ reason: refusal.reason, says: say(refusal, wordsFor(language)), stored }, { status });
}

/** The key of a draft as an address has it; 0, which none has, for anything else. */
export function draftKey(part: string): number {
	return /^[1-9]\d{0,8}$/.test(part) ? Number(part) : 0;
}
