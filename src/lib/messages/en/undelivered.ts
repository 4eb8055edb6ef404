import type { Words } from '../words.ts';
import { noticeKindNames } from './notice-kinds.ts';

export const undelivered: Words['undelivered'] = {
	title: (name) => `A notice to ${name} did not arrive`,
	kinds: noticeKindNames,
	why: {
		'no-mailbox': (email) => `The mailbox ${email} does not exist, or is not in use any more.`,
		'no-domain': (email) => `No server receives mail for ${email}: there may be a slip after the @.`,
		full: (email) => `The mailbox ${email} is full.`,
		'not-wanted': (email) => `The server that receives mail for ${email} turns our messages away.`,
		refused: (email) => `The mail server did not accept it for ${email}.`,
		'gave-up': (email) => `For five days no server took it for ${email}; it is not tried any more.`,
		disabled: () => 'The person’s access was disabled, and whoever cannot come in is not written to.',
	},
	gaveUp: 'It was tried for five days; it is not tried any more.',
	now: {
		'no-mailbox': 'Ask the person for the right address and correct it.',
		'no-domain': 'Ask the person for the right address and correct it.',
		full: 'Tell the person, by telephone for instance, so that they make room.',
		'not-wanted': 'Ask whoever looks after that mail to accept our messages.',
		refused: 'Check with the person that the address is right.',
		'gave-up': 'Ask the person whether their mailbox works.',
		disabled: 'If they should get it, enable the access.',
	},
	changed: (email) => `The address has changed since: it is ${email} now.`,
	thenResend: 'Then send the notice again.',
	thenIssue: 'Then create a new link on their page: it replaces this one.',
	thenAsk: 'Then the person can ask for recovery again.',
	tellAdministrator: 'Please tell an administrator, who can correct the address and write again.',
	onPlatform: 'What it says can be read in the ticket all the same.',
	serverSaid: 'The server answered:',
	whole: 'Open the notice',
};
