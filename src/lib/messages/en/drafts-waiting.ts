import { draftKeptDays, draftLimits } from '#lib/domain/limits.ts';
import type { Words } from '../words.ts';

/** What pages say of drafts apart from their forms: no script needs it. */
export const draftsWaiting: Words['draftsWaiting'] = {
	list: {
		title: 'Drafts that wait',
		text: `Requests begun and not sent: they have no arrival number yet. They are kept for ${draftKeptDays} days.`,
		untitled: 'Request just begun',
		saved: 'saved',
		files: (count) => (count === 1 ? 'one file' : `${count} files`),
		goOnWith: (subject) => `Continue the draft “${subject}”`,
		others: (count) => `${count} more drafts, older ones`,
		discard: 'Discard',
		discardOf: (subject) => `Discard the draft “${subject}”`,
		sure: 'Discard it for good',
	},
	late: {
		title: 'The session had ended: nothing has been sent yet',
		whole: 'What you wrote is here, kept as a draft. Please check it and send it.',
		'without-files':
			'What you wrote is here, kept as a draft. Not all files have arrived: please look at the list, choose those that are missing again, then send.',
		'no-room': `You already have ${draftLimits.toOpen + draftLimits.late} drafts; we can keep no more, and discard none in your place. With your browser’s back button you can return to the form and copy the text; then send or discard one of the drafts.`,
		'too-long':
			'The text is longer than a draft can hold and was not kept. With your browser’s back button you can return to the form and copy it; then shorten it, or attach it as a file.',
	},
};
