import type { Words } from '../words.ts';

export const organisation: Words['organisation'] = {
	title: 'Organisation',
	lead: 'The name, addresses and logo by which pages and mails introduce themselves to whoever reads them.',
	name: 'Name',
	nameHint: 'As customers know it: it stands at the top of every page and at the end of every mail.',
	postalAddress: 'Postal address',
	postalAddressHint: (lines) => `At most ${lines} lines, as on an envelope.`,
	supportAddress: 'Support e-mail address',
	supportAddressHint: 'For those who have no credentials yet; everybody else writes on the platform.',
	logo: 'Logo',
	logoHint: (size, side) =>
		`PNG, JPEG or WebP, at most ${size} and ${side} pixels a side. It stands at the top of every page in place of the name, on a light ground in the dark theme too.`,
	logoNow: 'The logo as it is now',
	withoutLogo: 'No logo: the name at the top of the pages',
	meanwhile: 'As they are now',
	preview: 'Show the preview',
	save: 'Save',
	previewed: {
		title: 'Preview: not saved yet',
		header: 'At the top of every page, in the light theme and in the dark one',
		page: 'The sign-in page',
		foot: 'At the end of the policy',
		mail: 'A mail',
	},
	sample: {
		customer: 'Paola Ferri',
		subject: 'The survey does not close',
		text: 'Adjust twice, then close the survey. Please tell me how it goes.',
	},
	support: (address) =>
		`Whoever has no credentials yet writes to ${address}; whoever has them opens requests here on the platform.`,
	whose: 'Whom you deal with',
};
