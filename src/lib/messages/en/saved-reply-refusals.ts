import type { savedReplyRefusals as italian } from '../it/saved-reply-refusals.ts';
import { insertReply } from './insert-reply.ts';

export const savedReplyRefusals: typeof italian = {
	'saved-reply-gone': () =>
		'This saved reply is gone: somebody has deleted it meanwhile. The text is still here, you can copy it into a new one.',
	'supervisors-share': () =>
		'Shared replies are written by supervisors and administrators. You can save it among your own: the text is still here.',
	'no-such-shortcut': () =>
		'A shortcut may have small letters without accents, figures, and hyphens between words, for instance /asks-version. Please correct it and save again.',
	'shortcut-taken': ({ by }) =>
		by
			? `The shortcut belongs to “${by}” already, in the same language. Please choose another and save again.`
			: 'A colleague uses this shortcut for a personal reply in the same language already, and could not tell any more which one it inserts. Please choose another and save again.',
	'unknown-variable': ({ written, nearest }) =>
		`“${written}” is no variable that we know: did you mean ${nearest}? Please correct it and save again.`,
	'too-many-replies': ({ most }) =>
		`There are ${most} already, the most there may be. Delete one that is not used any more and save again: the text is still here.`,
	'reply-product-gone': () => 'This software is not in the list (any more). Please choose another, or none.',
	'reply-not-valid': ({ limit }) =>
		`A text is needed, of at most ${limit} characters. Please correct it and save again.`,
	'reply-changed': ({ by }) =>
		`While you were on this page ${by} changed the reply: the text as it is now is below, beside yours. We have saved nothing: if yours is right, save again.`,
	'gaps-left': ({ gaps }) => insertReply.gaps(gaps),
};
