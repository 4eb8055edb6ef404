import { activationDays, recoveryMinutes } from '#lib/domain/limits.ts';
import type { credentialsMail as italian } from '../it/credentials-mail.ts';

export const credentialsMail: typeof italian = {
	pages: {
		activation: 'To choose your password:',
		'activation-reminder': 'To choose your password:',
		recovery: 'To choose a new password:',
		'password-changed': 'If it was not you, please choose another password at once:',
	},
	activation: {
		subject: 'Your credentials for support: please choose a password',
		happened: (username) =>
			`these are your credentials for support. Your username is “${username}”; the password is for you to choose, with the link below.`,
		why: `By the policy credentials are activated in this way, and nobody ever sends you a password. The link works once and for ${activationDays} days; if we send you another one, this one works no longer.`,
		now: 'If you did not expect this message there is nothing to do: without that link nobody can use your credentials. If the link has expired please ask whoever gave you the credentials for a new one.',
	},
	'activation-reminder': {
		subject: 'Your credentials are still waiting for a password',
		happened: (username) =>
			`we would like to remind you that no password has been chosen yet for your credentials (username “${username}”), and that the link to choose it will soon expire.`,
		why: `By the policy an activation link works for ${activationDays} days, and once. It is the one we have sent you before.`,
		now: 'If you do not need support now there is nothing to do: later on you can ask whoever gave you the credentials for a new link.',
	},
	recovery: {
		subject: 'To choose a new password',
		happened: (username) =>
			`somebody, perhaps you, has asked to choose a new password for your credentials (username “${username}”). You can do so with the link below.`,
		why: `To be safe the link works once and for ${recoveryMinutes} minutes; if another one is asked for, this one works no longer. We send it to the registered address only.`,
		now: 'If it was not you who asked there is nothing to do: the password stays what it was.',
	},
	'password-changed': {
		subject: 'Your password was changed',
		happened: (username) =>
			`the password of your credentials (username “${username}”) was changed. Wherever you were signed in with the former one you will have to sign in again.`,
		why: 'We write this every time, so that nobody can do it without your knowing.',
		now: 'If you changed it yourself there is nothing else to do. If not, please also tell whoever gave you the credentials.',
	},
};
