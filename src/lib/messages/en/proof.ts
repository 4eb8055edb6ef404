import type { Words } from '../words.ts';

export const proof: Words['proof'] = {
	title: 'Please confirm that it is you',
	password: 'Your password',
	submit: 'Confirm and continue',
};
