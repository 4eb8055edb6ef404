import { proofMinutes } from '#lib/domain/credentials.ts';
import { activationDays, addressHours, recoveryMinutes } from '#lib/domain/limits.ts';
import { daysToChange } from '#lib/domain/satisfaction.ts';
import { wholeMegabytes } from '../file-size.ts';
import type { Words } from '../words.ts';
import { administrationRefusals } from './admin.ts';
import { savedReplyRefusals } from './saved-reply-refusals.ts';

export const refusals: Words['refusals'] = {
	'not-found': () => 'This ticket does not exist, or is not among those you may read.',
	resolved: ({ as }) => {
		if (as === 'lapsed')
			return 'The time to answer has passed and the ticket is considered resolved, as the policy says. If the problem is still there, open a follow-up: the text is ready.';
		if (as === 'duplicate')
			return 'The ticket was meanwhile merged into another one, which arrived before: this one does not change any more.';
		return 'The ticket is already resolved, and a resolved ticket is not reopened: it would go ahead of those who came later. If the problem is still there, open a follow-up.';
	},
	'not-in-hand': () =>
		'You do not (or no longer) have the ticket in hand: only the agent who has it can do this. Reload the page to see how it stands.',
	'not-under-evaluation': () =>
		'The ticket is not (or no longer) under evaluation. Reload the page to see how it stands.',
	'not-awaiting-customer': () =>
		'The ticket is not (or no longer) awaiting the customer; they may just have answered. Reload the page to see how it stands.',
	'not-your-hold': () => 'The hold was placed by a colleague: whoever placed it can end it.',
	'changed-meanwhile': () =>
		'While you were on this page the ticket has changed: what is new is marked above. Nothing was done: if it is right all the same, confirm it again.',
	'request-key-reused': () =>
		'This form had already been sent with other content. Your text is still here: check it and, if it is really new, send it again.',
	'empty-reply': () =>
		'The answer had neither a text nor a file. Please write a message or attach at least one file, and send it.',
	'not-resolved': () =>
		'The ticket is not resolved yet: we ask this once the work is done. If there is something to say now, please write it in the conversation.',
	'duplicate-not-rated': () =>
		'This ticket was merged into another one: we ask there, once the request is concluded. Your text is still here for you to copy.',
	'rating-stands': () =>
		`An answer can be changed for ${daysToChange} days after it was given, and they have passed: it stays as it was. If the problem is still there, open a follow-up.`,
	'no-message': () =>
		'The message is missing. The customer reads what is being evaluated, or what they are asked for: please write it, and confirm.',
	'nothing-missing': () =>
		'Nothing is named as missing, and a ticket awaits its customer only for something in particular. Please choose at least one item, and confirm.',
	'follows-nothing-resolved': () =>
		'A follow-up can only follow a ticket that is resolved. If the earlier one is still open, please answer there: the text is here for you to copy.',
	'in-hand-limit': () =>
		'You already have as many tickets in hand as you may: finish one or put it back, then take the next.',
	'nothing-queued': () => 'The queue is empty: no ticket is waiting to be served right now.',
	'account-disabled': () => 'Your access has been disabled in the meantime: please ask the administrator.',
	'file-too-large': ({ name, maxBytes }) =>
		`The file “${name}” is over the limit of ${wholeMegabytes(maxBytes)} MB. Please make it smaller or split it, choose the files again and send.`,
	'too-many-files': ({ maxFiles }) =>
		`A message can have at most ${maxFiles} files. Please choose fewer, or put some into an archive, and send again.`,
	'draft-gone': () =>
		'The draft this was sent from is no longer here: it was already sent or discarded, perhaps in another tab. The text is still here: please check that you have not sent it already, choose any files again, and send.',
	'draft-changed': () =>
		'In another tab or on another device a different text was saved. Yours is still here: please choose which of the two to keep.',
	'draft-files-changed': ({ added, gone }) =>
		`The files of this draft have changed in another tab or on another device: ${changedFiles(added, gone)}. Nothing was sent: the list below is the present one, please check it and send again.`,
	'too-many-drafts': ({ most }) =>
		`You already have ${most} drafts, the most there can be. Please send or discard one, then save again: the text is still here, and sending it is always possible.`,
	'too-much-waits': ({ maxBytes }) =>
		`The files in your drafts would hold more than ${wholeMegabytes(maxBytes)} MB in all. Please send or discard a draft, then add the files again: those saved already stay where they are.`,
	'too-much-sent': () =>
		'You have already sent many gigabytes of files today, more than we can receive from one person in a day. Please write the message meanwhile, and add the files tomorrow.',
	'draft-too-long': () =>
		'The text is longer than a draft can hold and is not saved for now. Please shorten it, or attach it as a file.',
	'no-files-here': () =>
		'Only a text is written here, without files: files belong in a reply to the customer. The text is still here, and can be sent by itself.',
	'empty-file': ({ name }) => `The file “${name}” is empty. Please check that it was saved, then choose it again.`,
	'too-large-field': () => 'The text is longer than we can receive. Please shorten it, or attach it as a file.',
	'too-large-form': () => 'What you sent is larger than this form can hold. Please shorten it and send again.',
	malformed: () =>
		'What you sent arrived incomplete, perhaps because of the connection. Please check the form and send again.',
	'not-licensed': () =>
		'The chosen software is not among your licences. Please choose one from the list, or contact us about a licence.',
	'handed-to-yourself': () =>
		'You have the ticket in hand already. Please choose a colleague, or put it back for anybody.',
	'unknown-colleague': () =>
		'This person does not (or no longer) work at the desk. Please choose a colleague from the list: reload the page to see who is on duty.',
	'colleague-off-duty': () =>
		'The colleague is not on duty right now, and a ticket is handed only to somebody at the desk. Choose another one, or put the ticket back: it will be given to somebody on duty.',
	'colleague-does-not-cover': () =>
		'The colleague does not cover the software of this ticket. Choose one who does, or put the ticket back.',
	'reservations-off': () =>
		'The policy in force reserves tickets for nobody, so that none can be handed over. You can put it back at its number.',
	'already-in-lane': () => 'The ticket is of this kind already: there is nothing to move. You can go on working on it.',
	'no-reason-given': () =>
		'The reason is missing. The customer reads why their ticket changes its kind: please tell them in a few words, and confirm.',
	'same-product': () => 'The ticket is about this software already: there is nothing to correct.',
	'customer-not-licensed': () =>
		'The customer has no licence for this software. Please choose one of theirs; if the licence is missing by mistake, an administrator can add it.',
	'same-ticket': () =>
		'This is the number of the ticket itself. Please give the number of the other one, to merge it with.',
	'other-not-found': () => 'There is no ticket with this number. Please check it and write it again.',
	'other-customer': () =>
		'The other ticket is another customer’s: only tickets of the same customer are merged. Please check the number.',
	'not-visible-to-both': () =>
		'The two tickets are from two people who, at this customer, do not see each other’s tickets: merged, one of them would be left without. Please keep them apart and answer both.',
	'other-resolved': () =>
		'The other ticket is resolved already, and a resolved ticket does not change any more. You can mention it in a note and go on here.',
	'other-in-hand': () =>
		'A colleague has the other ticket in hand: please talk to them; then whoever has one of the two merges them while the other is queued or on hold.',
	...administrationRefusals,
	'empty-note': () => 'The note is empty. Write what is worth knowing about this customer, and add it.',
	'note-gone': () => 'This note is gone: somebody has removed it already. There is nothing else to do.',
	'note-of-another': ({ author }) =>
		`The note is ${author}’s: whoever wrote it can remove it, or a supervisor. If it no longer holds, write one of your own.`,
	'supervisors-only': () =>
		'Only a supervisor or an administrator can do this. If a colleague has left without going off duty, please tell one of them.',
	...savedReplyRefusals,
	'wrong-credentials': () =>
		'Name and password do not match active credentials. Please check them and try again; if you have not chosen a password yet, use the activation link you received first.',
	'too-many-attempts': ({ minutes }) =>
		`There were many failed attempts and, to protect the credentials, signing in pauses for a while. You can try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
	'proof-needed': ({ withCode }) =>
		`This change is about who may come in, and the last confirmation was more than ${proofMinutes} minutes ago. To be certain that it is you we ask once more for ${withCode ? 'the password and a code' : 'the password'}; then the change goes on.`,
	'wrong-password': () => 'The password is not right: please type it again. The change has not been made.',
	'wrong-code': () =>
		'The code is not valid, or was used before: each code is good once. Please wait until the app shows a new one and type that, or use a recovery code.',
	'second-factor-unreadable': () =>
		'The password is right, but the code cannot be verified: the secret key of this installation is no longer the one your second factor was set up with, and the recovery codes do not count any more either. Please ask an administrator to remove the second factor on your person’s page: you will set it up again. Administrators can put the former key back instead.',
	'sign-in-step-over': () =>
		'Too much time has passed since you typed the password, or signing in has begun anew elsewhere. Please sign in again with name and password.',
	'wrong-first-code': () =>
		'The code does not match. Please check that the entry in the app is the one just added and that the phone’s time is set automatically, then type the code the app shows now.',
	'second-factor-there': () =>
		'The second factor is active already. If you have not seen the recovery codes, make new ones on the page of your access.',
	'no-second-factor': () => 'The second factor is not active (any more): there is nothing to change.',
	'second-factor-required': () =>
		'The second factor is mandatory for staff and therefore cannot be removed. If you have changed phones, another administrator can remove it on your person’s page: you will set it up again when you next sign in.',
	'own-second-factor-first': () =>
		'Whoever asks it of others has to have it: please set up your own second factor on the page “Your access” first, then come back.',
	'link-unknown': () =>
		'The link is not valid (any more): a newer one may have taken its place. Please use the latest you received, or ask whoever gave you the credentials for a new one.',
	'link-used': () =>
		'The password was already chosen with this link: you can sign in. If you do not remember it, please ask whoever gave you the credentials for a new link.',
	'link-expired': () =>
		`For safety the link was valid for ${activationDays} days, which have passed. Please ask whoever gave you the credentials for a new one.`,
	'recovery-unknown': () =>
		'The link does not work (any more): perhaps a newer one has replaced it. Please use the last one you received, or ask for a new one.',
	'recovery-used': () =>
		'A new password has already been chosen with this link: you can sign in with it. If you do not remember it, please ask for a new link.',
	'recovery-expired': () =>
		`To be safe the link worked for ${recoveryMinutes} minutes, which have passed. Please ask for a new one: until then the password stays what it was.`,
	'address-unknown': () =>
		'The link does not work (any more): the change was stopped, or asked for again with another link. The address stays what it was until it is confirmed.',
	'address-used': () =>
		'The change is done already: the address was confirmed at both addresses. If it was not you, please turn at once to whoever gave you the credentials.',
	'address-expired': () =>
		`To be safe the link worked for ${addressHours} hours, which have passed. The address stays what it was; if it is still needed, please ask for the change again.`,
	'address-taken': () =>
		'Meanwhile this address has been given to other credentials, and an address belongs to one person only. The address stays what it was: please ask for the change with another one.',
	'address-yours': () =>
		'This is your address already: there is nothing to change. Please write another one, if needed.',
	'password-common': () =>
		'This password is one of those that many people choose, and whoever wanted to guess it would try it first. Please choose another: a few words in a row will do very well.',
	'password-personal': () =>
		'This password holds little more than your name, your address or the name of this service, which anybody may know. Please choose another: a few words in a row will do very well.',
	'unknown-session': () =>
		'This session is not there any more: it may have ended in the meantime. Those still open are listed below.',
	'name-taken': () =>
		'The username or the e-mail address belongs to somebody already. Please choose another one and send again.',
};

function changedFiles(added: readonly string[], gone: number): string {
	const names = added.map((name) => `“${name}”`).join(', ');
	const fewer = gone === 1 ? 'one file was taken out' : `${gone} files were taken out`;
	const more = added.length === 1 ? `${names} was added` : `${names} were added`;
	return [...(added.length > 0 ? [more] : []), ...(gone > 0 ? [fewer] : [])].join(' and ');
}
