import type { Words } from '../words.ts';

export const live: Words['live'] = {
	lost: 'This page is not updating by itself right now.',
	lostNext: 'We are trying to reconnect it.',
	mended: 'The page updates by itself again.',
	ended: 'You are no longer signed in, and this page has stopped updating.',
	enterAgain: 'Sign in again: we will bring you back here.',
	unseen: (title) => `News · ${title}`,
	answer: 'An answer has arrived.',
	message: 'A new message has arrived.',
	ticketChanged: (number, state) => `Ticket ${number}: ${state}.`,
	ticketsChanged: (count) => `${count} tickets have changed.`,
	tooMany: 'Many pages are open with this sign-in already: close some, and this one will update by itself.',
	notNow: 'Right now pages cannot update by themselves. Please try again shortly.',
};
