import { passwordLimits } from '#lib/domain/limits.ts';
import type { Words } from '../words.ts';

export const auth: Words['auth'] = {
	counter: 'Every request takes a number when it arrives, and we serve them in that order.',
	signIn: {
		title: 'Sign in',
		lead: 'Please sign in with the credentials we gave you.',
		cameFrom: 'The page you asked for is for those who are signed in. We will take you back there afterwards.',
		ended: 'You are no longer signed in. Sign in again, and we will take you back to where you were.',
		name: 'Username or e-mail',
		password: 'Password',
		submit: 'Sign in',
		refused: 'You are not signed in',
		help: 'Cannot sign in?',
		helpText:
			'Credentials are activated by the link you received. If you cannot find it, or do not remember the password, whoever gave you the credentials can give you a new link.',
	},
	password: {
		label: 'Password',
		hint: `At least ${passwordLimits.min} characters: a phrase you remember is fine.`,
		again: 'The password again',
		differs: 'The two passwords are not the same: please type them again.',
		typeAgain: 'For safety, only the password has to be typed again.',
	},
	activation: {
		title: 'Choose your password',
		lead: (name: string) => `Hello ${name}. From now on you sign in with the password you choose here.`,
		username: 'Your username',
		submit: 'Save the password and sign in',
		closedTitle: 'This link cannot be used',
		toSignIn: 'Go to sign-in',
	},
	setUp: {
		title: 'First administrator',
		lead: 'Welcome. Whoever makes their credentials here administers Sportello: they will add software, customers and colleagues. This page works only once.',
		name: 'Full name',
		username: 'Username',
		usernameHint: 'Letters without accents, digits, dot, hyphen and underscore.',
		email: 'E-mail',
		submit: 'Make the administrator and sign in',
	},
};
