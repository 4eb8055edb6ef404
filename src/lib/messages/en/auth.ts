import type { Words } from '../words.ts';

export const auth: Words['auth'] = {
	signIn: {
		title: 'Sign in',
		lead: 'Please sign in with the credentials we gave you.',
		name: 'Username or e-mail',
		password: 'Password',
		submit: 'Sign in',
	},
};
