import type { ReplyVariable } from '#lib/domain/reply-variables.ts';
import type { savedReplies as italian, savedReplyRefusals as italianRefusals } from '../it/saved-replies.ts';

export const savedReplies: typeof italian = {
	title: 'Saved replies',
	lead: 'Texts that are written again and again, with the facts of the ticket in their places. In a ticket they are inserted by typing “/” at the beginning of a line.',
	add: 'New saved reply',
	groups: { personal: 'Mine', shared: 'Shared' },
	groupsText: {
		personal: 'Only you see and use them.',
		shared: 'All agents use them; supervisors and administrators write them.',
	},
	count: (count: number) => (count === 1 ? 'one reply' : `${count} replies`),
	used: (count: number) => {
		if (count === 0) return 'never used';
		return count === 1 ? 'used once' : `used ${count} times`;
	},
	anyProduct: 'all software',
	inLanguage: { it: 'in Italian', en: 'in English' },
	filter: {
		title: 'Search the saved replies',
		text: 'Words, name or shortcut',
		language: 'Language',
		anyLanguage: 'All',
		product: 'Software',
		anyProduct: 'All',
		whose: 'Whose',
		anyWhose: 'Mine and shared',
		submit: 'Search',
		all: 'Show all',
	},
	none: {
		title: 'There is no saved reply yet',
		text: 'Save the first text that you find yourself writing again: a greeting, a request for information, the steps of a reinstallation.',
	},
	noneSuch: { title: 'No saved reply matches', text: 'Try fewer words, or remove a filter.' },
	saved: 'The reply is saved.',
	removed: 'The reply is deleted. Messages written with it stay as they are.',
	form: {
		new: 'New saved reply',
		name: 'Name',
		nameHint: 'To find it in the list, for instance “Asks for the version”.',
		shortcut: 'Shortcut',
		shortcutHint: (limit: number) =>
			`Small letters without accents, figures and hyphens, at most ${limit}: for instance /thanks.`,
		language: 'Language',
		languageHint: 'It is offered first for whoever writes in this language.',
		languages: { it: 'Italian', en: 'English' },
		product: 'Software',
		anyProduct: 'Fits all',
		whose: 'Who uses it',
		personal: 'Only me',
		shared: 'All agents',
		text: 'Text',
		textHint: 'Formatted like a message. Variables take the facts from the ticket.',
		submit: 'Save',
		preview: 'Preview',
		previewText: 'With the facts of an example ticket, as the customer will read it.',
		previewEmpty: 'The text appears here as you write it.',
		previewFailed: 'The preview had no answer. The text is still here, and can be saved.',
		variables: 'Variables',
		variablesText:
			'Where a ticket does not say a fact the variable stays in the message, which is not sent until it is filled in or removed.',
		changed: (by: string) => `Last changed by ${by},`,
		meanwhile: 'The text that is saved now',
		readOnly: 'It is shared: supervisors and administrators change it.',
	},
	variables: {
		person: 'the name of whoever opened the ticket',
		customer: 'the customer',
		ticket: 'the number of the ticket',
		product: 'the software',
		version: 'the version the customer stated',
		subject: 'the subject of the ticket',
		agent: 'the name of whoever answers',
	} satisfies Record<ReplyVariable, string>,
	example: {
		person: 'Helen Whitfield',
		customer: 'Alpine Survey Partners Ltd',
		ticket: '128',
		product: 'Isoipsa',
		version: '12.1',
		subject: 'The traverse does not close',
		agent: 'Marta Colombo',
	} satisfies Record<ReplyVariable, string>,
	remove: {
		ask: 'Delete…',
		hide: 'Do not delete',
		text: 'This cannot be undone. Messages written with this reply stay as they are.',
		submit: 'Delete the reply',
	},
	insert: {
		title: 'Saved replies',
		hint: 'or “/” at the beginning of a line',
		search: 'Search a saved reply',
		searchHint: 'Arrows to choose, Enter to insert, Esc to go back to the text.',
		found: (count: number) => {
			if (count === 0) return 'No saved reply.';
			return count === 1 ? 'One saved reply.' : `${count} saved replies.`;
		},
		nothing: 'No reply has this name. Enter puts what you typed back into the text.',
		empty: 'There are none yet.',
		manage: 'Write and correct saved replies',
		inserted: (name: string) => `Inserted: ${name}.`,
		failed: 'The saved reply has not arrived. Please try again in a moment; what you wrote is still here.',
		gaps: (gaps: readonly string[]) =>
			gaps.length === 1
				? `The ticket does not say this: fill in or remove ${gaps[0]} before you send.`
				: `The ticket does not say these: fill in or remove ${gaps.join(', ')} before you send.`,
	},
};

export const savedReplyRefusals: typeof italianRefusals = {
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
	'gaps-left': ({ gaps }) => savedReplies.insert.gaps(gaps),
};
