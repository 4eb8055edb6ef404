import { activationDays } from '#lib/domain/limits.ts';
import type { account as italian } from '../it/account.ts';

export const account: typeof italian = {
	coverage: {
		title: 'Products covered',
		onDuty: 'On duty now.',
		offDuty: 'Not on duty now.',
		colleagues: 'Who is on duty, and who no longer is',
		hint: '“Take next” gives only tickets in the products one covers. What is in hand already stays there.',
		which: 'Which products are covered',
		all: 'All',
		allHint: 'Those to be added later too.',
		chosen: 'Only those chosen below',
		products: 'Products chosen',
		save: 'Save the products covered',
	},
	newUser: (customer) => `New user of ${customer}`,
	newStaff: 'New colleague',
	details: 'Details',
	name: 'First and last name',
	username: 'Username',
	usernameHint: '3 to 64 lower-case letters, digits, dots and hyphens: for example “m.riva”.',
	email: 'E-mail',
	emailHint: 'The registered address; it can also be used to sign in.',
	language: 'Language',
	role: 'Role',
	roles: { agent: 'Agent', supervisor: 'Supervisor', administrator: 'Administrator' },
	roleHints: {
		agent: 'Serves tickets in order of arrival.',
		supervisor: 'As an agent; can also put back colleagues’ tickets.',
		administrator: 'As a supervisor; also manages products, customers, staff, calendar and policy.',
	},
	create: 'Create and show the link',
	states: {
		active: 'active',
		invited: 'has not chosen a password yet',
		stale: 'no credentials',
		disabled: 'disabled',
	},
	access: 'Access',
	explained: {
		active: 'Signs in with their password.',
		invited: 'The activation link has not been used yet.',
		stale: 'There is no valid activation link: please issue one.',
		disabled: 'Cannot sign in. What they wrote stays where it is.',
	},
	newAddress: (email) =>
		`The e-mail address has still to be confirmed: it will be ${email} once the person confirms it there and at the present address.`,
	linkExpires: 'The link is valid until',
	renew: 'Create a new link',
	renewHint: {
		active:
			'If this person forgot their password, they choose another with a new link; until then the old one stays valid.',
		invited: 'The new link takes the place of the former one, which is not valid any more.',
		stale: `It works once, for ${activationDays} days.`,
	},
	disable: 'Disable the account',
	secondFactor: {
		summary: 'Remove the second factor…',
		text: 'For somebody who has lost the phone and has no recovery codes. Make certain, by voice, that it is really they: from now on they sign in with the password alone. Their sessions end at once, and we write to them.',
		submit: 'Remove the second factor',
		on: 'The second factor is active.',
		off: 'The second factor is not active.',
		own: 'Your access',
	},
	disableSummary: 'Disable the account…',
	disableText:
		'From that moment they cannot sign in, and if they are signed in they are signed out at once. You can enable the account again at any time.',
	disablePutsBack: (tickets) =>
		tickets.length === 1
			? `Ticket ${tickets[0]} is in their hands: it will be queued again at its arrival number.`
			: `Tickets ${tickets.join(', ')} are in their hands: they will be queued again at their arrival numbers.`,
	enable: 'Enable the account',
	enableHint:
		'They can sign in again with the password they had; if they had not chosen one yet, create a new link afterwards.',
	yourself: 'This is your own account: only another administrator can disable it.',
};
