import type { Words } from '../words.ts';

export const deskTicket: Words['deskTicket'] = {
	news: {
		title: 'New since you opened the page',
		wrote: (author) => `${author} has written`,
		noted: (author) => `${author} has added an internal note`,
		files: (count) => (count === 1 ? 'with a file' : `with ${count} files`),
		whole: 'Read it in the conversation',
		read: 'I have read it, I go on',
		said: 'The ticket has changed: what is new is above the form.',
	},
};
