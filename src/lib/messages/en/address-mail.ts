import { addressHours } from '#lib/domain/limits.ts';
import type { addressMail as italian } from '../it/address-mail.ts';

const links = `The link is valid for ${addressHours} hours; if the change is asked for again, this one is no longer valid.`;

export const addressMail: typeof italian = {
	subjects: {
		'address-change': 'Somebody asked to change your e-mail address',
		'address-confirm': 'Please confirm this e-mail address',
		'address-taken': 'Your e-mail address is already in use',
		'address-changed': 'Your e-mail address has changed',
	},
	toAnybody: 'Hello,',
	change: {
		happened: (username, email) =>
			`somebody asked that your credentials for support (username “${username}”) have this e-mail address from now on: ${email}.`,
		confirm: 'If you want that too, please confirm it here:',
		why: `The address changes only once it is confirmed at both addresses, this one and the new one: so nobody can take your credentials away from you. ${links}`,
		stop: 'If it was not you, please stop the change at once:',
	},
	confirm: {
		happened: 'somebody asked that credentials for our support have this e-mail address from now on.',
		confirm: 'If it was you, please confirm it here:',
		why: `The address changes only once it is confirmed at both addresses, this one and the former: we wrote to the former at the same moment. ${links}`,
		now: 'If you know nothing of this there is nothing to do: without your confirmation this address is not used.',
	},
	taken: {
		happened:
			'somebody asked to give this e-mail address to other credentials for support, but it is that of yours already: nothing has changed.',
		why: 'An address belongs to one person only, because one signs in and recovers the password with it.',
		now: 'If it was you, please choose a different address for the other credentials. Otherwise there is nothing to do.',
	},
	changed: {
		happened: (username, email) =>
			`the e-mail address of your credentials (username “${username}”) has changed: from now on it is ${email}. In the other sessions you will have to sign in again.`,
		why: 'It was confirmed at both addresses, and we write so to both, so that nobody can do it without your knowledge.',
		notYou: 'If it was not you, please tell whoever gave you the credentials at once.',
	},
};
