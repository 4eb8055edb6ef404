import { draftKeptDays } from '#lib/domain/limits.ts';
import type { Words } from '../words.ts';

/** What is said of texts and files that wait to be sent. */
export const drafts: Words['drafts'] = {
	state: {
		saved: (when) => `Draft saved ${when}.`,
		offline: 'Not saved: there is no connection. We try again as soon as it is back.',
		failed: 'Not saved because of a problem of ours. We try again shortly.',
		'signed-out':
			'Not saved: the session has ended. The text stays in this tab: please sign in again and you will find it here.',
		restored: 'We have put back the text that was not saved yet.',
		kept: `Drafts are kept for ${draftKeptDays} days.`,
	},
	tooLong: (limit, over) =>
		`The text, answers included, is ${over} characters longer than the ${limit} it may have. All of it is here: before sending please shorten it, or put a part into a file.`,
	signIn: 'Sign in again',
	save: 'Save the draft',
	saveAnew: 'Save as a new draft',
	gone: {
		title: 'This draft is no longer here',
		text: 'It was already sent or discarded, perhaps in another tab. What you have written here is still here.',
		fresh: 'It was already sent or discarded. You can begin a new one below.',
	},
	conflict: {
		title: 'This draft has changed elsewhere',
		text: 'In another tab or on another device a different text was saved. Neither is lost: please choose which one to keep.',
		here: 'Here',
		there: (when) => `Saved elsewhere, ${when}`,
		empty: 'no text',
		keepHere: 'Keep the text from here',
		takeThere: 'Take the one saved elsewhere',
		noScript:
			'The text from here is still in the form: if you save or send it again, it replaces the one saved elsewhere.',
	},
	files: {
		drop: 'Drop them here',
		dropHint: 'You can also drag them onto the form or paste a picture.',
		photo: 'Take a photo',
		kept: 'Files with the draft',
		takeOut: (name) => `Take out “${name}”`,
		takeOutHint: 'Tick the files to take out: it happens when you save or send.',
		screenshot: (stamp) => `Screenshot ${stamp}`,
		picture: (stamp) => `Photo ${stamp}`,
		sentOf: (percent, size) => `${percent} % of ${size}`,
		waits: 'waiting',
		uploading: (name) => `Uploading “${name}”.`,
		done: (name) => `“${name}” is uploaded.`,
		repeated: (name) => `“${name}” is there already, with the same content: it stays once.`,
		removed: (name) => `“${name}” was taken out.`,
		lost: 'It broke off: perhaps there is no connection.',
		broken: 'The upload did not succeed.',
		keptHere: 'The files listed in the form are safe: there is no need to choose them again.',
		retry: 'Try again',
		cancel: 'Cancel',
	},
};
