import type { secondFactorMail as italian } from '../it/second-factor-mail.ts';

export const secondFactorMail: typeof italian = {
	'set-up': {
		subject: 'The second factor is active',
		happened: 'from now on, signing in with your credentials takes a code of your app beside the password.',
	},
	removed: {
		subject: 'The second factor is no longer active',
		happened: 'on the page of your access the second factor was removed: the password is enough to sign in again.',
	},
	'taken-away': {
		subject: 'The second factor was removed',
		happened:
			'an administrator has removed the second factor from your credentials, as is done when a phone is lost, and has ended the open sessions. The password is enough to sign in again; if your role must have a second factor, you will be asked to set it up when you next sign in.',
	},
	'codes-renewed': {
		subject: 'New recovery codes',
		happened: 'new recovery codes were made. The former ones are no longer valid.',
	},
	'code-used': {
		subject: 'A recovery code was used',
		happened: 'somebody has used one of your recovery codes in place of a code of the app.',
	},
	left: (left) => {
		if (left === 0) return 'None is left: please make new ones on the page of your access.';
		return left === 1 ? 'One is left.' : `${left} are left.`;
	},
	why: 'We write this because support is for those who have credentials, and you should know when the way to use yours changes.',
	notYou: 'If this was not you, or you did not expect it, please tell whoever gave you the credentials at once.',
	page: 'The page of your access:',
};
