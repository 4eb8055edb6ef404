import type { Words } from '../words.ts';

export const proof: Words['proof'] = {
	title: 'Please confirm that it is you',
	password: 'Your password',
	code: 'Code of the app, or a recovery code',
	submit: 'Confirm and continue',
};
