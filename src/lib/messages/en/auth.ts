import { passwordLimits, recoveryMinutes } from '#lib/domain/limits.ts';
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
			'Credentials are activated by the link you received. If you cannot find it, whoever gave you the credentials can send you a new one.',
		forgotten: 'Forgotten your password? Choose a new one',
	},
	password: {
		label: 'Password',
		hint: `At least ${passwordLimits.min} characters: a phrase you remember is fine. Neither a very common password nor just your name.`,
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
	recovery: {
		title: 'Forgotten password',
		lead: 'Please write your username or your e-mail address: we send you a link to choose a new password. Until then the former one works.',
		submit: 'Ask for the link',
		refused: 'Not accepted',
		askedTitle: 'Please look at your mail',
		asked: `If the name is that of active credentials, the link is on its way to the registered address. It works for ${recoveryMinutes} minutes, and once.`,
		notArrived:
			'If you do not see it, please look among unwanted mail too. If the registered address is no longer yours, or the credentials are not active yet, please ask whoever gave them to you.',
		again: 'Ask for another name',
		chooseTitle: 'Choose a new password',
		choose:
			'It takes the place of the former one, which works no longer from then on. Wherever you were signed in you will have to sign in again.',
		save: 'Save the new password',
		doneTitle: 'The new password is saved',
		done: 'From now on you sign in with this one. We confirm it by e-mail too.',
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
